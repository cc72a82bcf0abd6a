import type { kept as english } from '../en/kept';

/** Was über das gesagt wird, was der Server von jemandem behält. */
export const kept: typeof english = {
  sentence:
    'Der Server behält deinen Namen, in welchen Räumen du wann warst und was du dort geschrieben hast.',
  open: 'Löschen, was über mich gespeichert ist',
  title: 'Löschen, was über dich gespeichert ist?',
  loading: 'Es wird nachgesehen, was es gibt…',
  nothing: 'Der Server weiß noch nichts von dir. Die Notizen dieses Browsers werden trotzdem gelöscht.',
  known: 'Unter dem Namen {{name}} gespeichert:',
  unnamed: 'Über dich gespeichert:',
  rooms_one: 'ein Raum, in dem du warst oder den du angelegt hast',
  rooms_other: '{{count}} Räume, in denen du warst oder die du angelegt hast',
  messages_one: 'eine Nachricht, die du geschrieben hast',
  messages_other: '{{count}} Nachrichten, die du geschrieben hast',
  unknown: 'Was es gibt, lässt sich gerade nicht sagen. Löschen lässt es sich trotzdem.',
  consequences:
    'In jedem Raum werden deine Nachrichten leer, dein Name verschwindet, und dir gehört kein Raum mehr. Du verlässt die Räume, in denen du bist. Niemand kann das rückgängig machen; frühere Sicherungskopien behalten es.',
  confirm: 'Endgültig löschen',
  deleting: 'Wird gelöscht…',
  failed:
    'Es konnte nicht alles gelöscht werden. Prüfe die Verbindung zum Server und versuche es noch einmal.',
  doneTitle: 'Du bist vergessen',
  doneText: 'Der Server und dieser Browser behalten nichts von dir. Machst du weiter, bist du jemand Neues.',
};
