/** What the search says. */
export const search = {
  title: 'Search this room',
  open: 'Search notes and chat',
  field: 'Text to look for in notes and chat',
  placeholder: 'Search notes and chat',
  searching: 'Searching…',
  nothing: 'Nothing found for “{{text}}”.',
  notes: 'Notes',
  chat: 'Chat',
  more: 'There may be more: only a part of what was written was looked at.',
  failed: 'The search did not work. Try again.',
  found_one: '{{count}} find',
  found_other: '{{count}} finds',
};
