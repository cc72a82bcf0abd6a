import type { search as en } from '../en/search';

export const search: typeof en = {
  title: 'Diesen Raum durchsuchen',
  open: 'Notizen und Chat durchsuchen',
  field: 'Text, der in Notizen und Chat gesucht wird',
  placeholder: 'Notizen und Chat durchsuchen',
  searching: 'Suche läuft…',
  nothing: 'Nichts gefunden zu „{{text}}“.',
  notes: 'Notizen',
  chat: 'Chat',
  more: 'Es kann mehr geben: Nur ein Teil dessen, was geschrieben wurde, ist durchsucht.',
  failed: 'Die Suche hat nicht geklappt. Versuche es noch einmal.',
  found_one: '{{count}} Treffer',
  found_other: '{{count}} Treffer',
};
