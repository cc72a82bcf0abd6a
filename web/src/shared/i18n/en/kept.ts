/** What is said of what the server keeps of a person. */
export const kept = {
  sentence: 'The server keeps your name, which rooms you were in and when, and what you wrote there.',
  open: 'Delete what is kept of me',
  title: 'Delete what is kept of you?',
  loading: 'Looking up what there is…',
  nothing: 'The server knows nothing of you yet. This browser’s own notes are deleted all the same.',
  known: 'Kept under the name {{name}}:',
  unnamed: 'Kept of you:',
  rooms_one: 'one room that you were in or made',
  rooms_other: '{{count}} rooms that you were in or made',
  messages_one: 'one message that you wrote',
  messages_other: '{{count}} messages that you wrote',
  unknown: 'What there is cannot be told now. It can be deleted all the same.',
  consequences:
    'In every room your messages become empty, your name goes, and you are no owner any more. You leave the rooms you are in. Nobody can undo this; back-ups made before keep it.',
  confirm: 'Delete for good',
  deleting: 'Deleting…',
  failed: 'Not everything could be deleted. Check your connection to the server and try again.',
  doneTitle: 'You are forgotten',
  doneText: 'The server and this browser keep nothing of you. If you go on, you are somebody new.',
};
