import type * as english from '../en/people';

/** Was von den Leuten in einem Raum, seinen Inhabern und seiner Tür gesagt wird. */
export const people: typeof english.people = {
  title: 'Personen',
  open: 'Personen anzeigen',
  close: 'Personen ausblenden',
  openWaiting_one: 'Personen anzeigen: 1 Person wartet auf Einlass',
  openWaiting_other: 'Personen anzeigen: {{count}} Personen warten auf Einlass',
  count_one: 'Eine Person hier',
  count_other: '{{count}} Personen hier',
  alone: 'Noch ist sonst niemand hier. Schicke den Link an alle, die dazukommen sollen.',
  owner: 'Inhaber',
  sharing: 'Teilt den Bildschirm',
  microphoneOn: 'Mikrofon an',
  cameraOn: 'Kamera an',
  cameraOff: 'Kamera aus',
  hand: 'Hand gehoben, Nummer {{order}}',
  devices_one: 'Ein Gerät',
  devices_other: '{{count}} Geräte',
  status: {
    label: 'Was du tust',
    change: 'Was du tust: {{status}}',
    focusing: 'Konzentriert',
    available: 'Ansprechbar',
    break: 'In der Pause',
    away: 'Abwesend',
  },
  waiting: {
    title_one: 'Eine Person wartet auf Einlass',
    title_other: '{{count}} Personen warten auf Einlass',
    admit: 'Einlassen',
    admitNamed: '{{name}} einlassen',
    refuse: 'Ablehnen',
    refuseNamed: '{{name}} ablehnen',
    admitAll: 'Alle einlassen',
    toast: '{{name}} wartet auf Einlass',
    more_one: 'und eine weitere Person',
    more_other: 'und {{count}} weitere',
    anywhere: 'F8 drücken oder die Liste der Personen öffnen',
  },
  menu: {
    open: 'Was du mit {{name}} tun kannst',
    mute: 'Stummschalten',
    unmute: 'Sprechen erlauben',
    lowerHand: 'Hand senken',
    handOver: 'Raum übergeben…',
    remove: 'Aus dem Raum entfernen',
    ban: 'Aus dem Raum verbannen…',
    muteAsked: '{{name}} wurde stummgeschaltet.',
    unmuteAllowed: '{{name}} darf wieder sprechen.',
  },
  ban: {
    title: '{{name}} verbannen?',
    text: '{{name}} muss sofort gehen und kann nicht zurückkommen, bis ein Inhaber den Bann aufhebt. Wer kein Cookie hat, kommt vielleicht unter anderem Namen wieder: Sperre den Raum oder lasse einzeln ein, um sicher zu sein.',
    confirm: 'Verbannen',
    listTitle: 'Verbannt',
    unban: 'Bann aufheben',
    unbanNamed: 'Bann von {{name}} aufheben',
  },
  handOver: {
    title: 'Den Raum an {{name}} übergeben?',
    text: '{{name}} wird an deiner Stelle Inhaber: Du kannst dann niemanden mehr einlassen, stummschalten oder entfernen und keine Einstellungen ändern. Wer den geheimen Inhaberlink hat, kann damit weiterhin Inhaber werden.',
    confirm: 'Übergeben',
  },
  nobody: 'Jemand',
  anOwner: 'Ein Inhaber',
};

export const roomSettings: typeof english.roomSettings = {
  title: 'Raumeinstellungen',
  open: 'Raumeinstellungen',
  description: 'Änderungen wirken sofort, für alle.',
  readOnly: 'Nur Inhaber des Raums können das ändern.',
  unowned:
    'Dieser Raum gehört niemandem: Alle dürfen alles darin, und die Einstellungen bleiben, wie sie sind.',
  unknown: 'Die Einstellungen kommen mit der Verbindung zum Server.',
  timer: 'Alle dürfen den Timer steuern',
  timerOwner: 'Nur Inhaber steuern den Timer',
  chat: 'Alle dürfen im Chat schreiben',
  chatOwner: 'Nur Inhaber schreiben im Chat',
  screen: 'Alle dürfen ihren Bildschirm teilen',
  screenOwner: 'Nur Inhaber teilen ihren Bildschirm',
  unmute: 'Wer von Inhabern stummgeschaltet wird, darf das Mikrofon selbst wieder einschalten',
  unmuteText: 'Sonst bleibt die Person stumm, bis ein Inhaber ihr das Sprechen erlaubt.',
  unmuteOwner: 'Wer von Inhabern stummgeschaltet wird, bleibt stumm, bis ein Inhaber das Sprechen erlaubt',
  entry: 'Einzeln einlassen',
  entryText: 'Wer neu ist, wartet an der Tür, bis ein Inhaber Einlass gewährt.',
  entryFree: 'Alle mit dem Link kommen herein',
  locked: 'Raum sperren',
  lockedText:
    'Niemand Neues kommt herein. Wer hier ist, kann gehen und eine Viertelstunde lang zurückkommen.',
  lockedNow: 'Der Raum ist gesperrt: Niemand Neues kommt herein',
  ownerLink: 'Dein geheimer Inhaberlink',
  ownerLinkText:
    'Wer diesen Link öffnet, wird Inhaber des Raums. Benutze ihn auf deinen anderen Geräten und gib ihn nur denen, die den Raum mit dir besitzen sollen. Er lässt sich nicht zurückziehen.',
  ownerLinkMissing:
    'Der geheime Inhaberlink liegt nur in dem Browser, der den Raum angelegt hat oder mit dem Link kam.',
  ownerLinkCopy: 'Inhaberlink kopieren',
};

export const door: typeof english.door = {
  title: 'Du wartest auf Einlass',
  text: 'Ein Inhaber des Raums weiß, dass du hier bist, und entscheidet. Du kommst von selbst herein, sobald du eingelassen wirst: Du musst nichts tun.',
  leave: 'Nicht warten',
};

export const newRoom: typeof english.newRoom = {
  open: 'Name und Art des Raums wählen…',
  title: 'Ein neuer Raum',
  description: 'Er gehört dir: Du entscheidest, wer was darf, und kannst es jederzeit ändern.',
  name: 'Name (freiwillig)',
  namePlaceholder: 'Etwa: Mathe, Dienstagsgruppe',
  kind: 'Art des Raums',
  templates: {
    'study-group': {
      title: 'Lerngruppe',
      text: 'Alle steuern den Timer, chatten und teilen ihren Bildschirm. Offen für alle mit dem Link.',
    },
    'stand-up': {
      title: 'Stand-up',
      text: 'Nur Inhaber steuern den Timer. Alles andere steht allen offen.',
    },
    'co-working': {
      title: 'Co-Working',
      text: 'Alles steht allen offen, den ganzen Tag.',
    },
    class: {
      title: 'Unterricht',
      text: 'Du lässt einzeln ein. Nur Inhaber steuern den Timer, teilen ihren Bildschirm und lassen Stummgeschaltete sprechen.',
    },
  },
  create: 'Anlegen und hineingehen',
  createLink: 'Anlegen und Links holen',
  guestLink: 'Link für alle',
};

export const ownersNotices: typeof english.ownersNotices = {
  muted: '{{name}} hat dich stummgeschaltet.',
  'still-muted':
    'Ein Inhaber hat dich stummgeschaltet. Du kannst wieder sprechen, wenn ein Inhaber es erlaubt.',
  'may-unmute': '{{name}} erlaubt dir, wieder zu sprechen. Dein Mikrofon bleibt aus, bis du es einschaltest.',
  'hand-lowered': 'Ein Inhaber hat deine Hand gesenkt.',
  'screen-owners-only': 'In diesem Raum teilen nur Inhaber ihren Bildschirm.',
  'invalid-owner-key': 'Dieser Inhaberlink gehört nicht zu diesem Raum. Du bist ohne ihn hereingekommen.',
  'too-many-owners':
    'Der Raum hat so viele Inhaber, wie er haben kann. Du bist ohne den Inhaberlink hereingekommen.',
  'owner-needs-cookie':
    'Dieser Browser behält das Cookie des Raums nicht und kann deshalb keinen Raum besitzen. Du bist ohne den Inhaberlink hereingekommen.',
  'unknown-member': 'Diese Person ist nicht mehr hier.',
  'too-many-bans': 'Es sind so viele Personen verbannt wie möglich. Hebe erst einen anderen Bann auf.',
  'no-answer': 'Der Server hat nicht geantwortet. Versuche es noch einmal.',
};

export const ownersRefusals: typeof english.ownersRefusals = {
  bannedTitle: 'Du bist aus diesem Raum verbannt',
  banned:
    'Das hat ein Inhaber des Raums entschieden. Nur ein Inhaber kann es aufheben: Frage nach, wenn du es für einen Irrtum hältst.',
  lockedTitle: 'Der Raum ist gesperrt',
  'room-locked':
    'Im Moment kommt niemand Neues herein. Bitte einen Inhaber, den Raum zu entsperren, und versuche es dann erneut.',
  entryTitle: 'Du wurdest nicht eingelassen',
  'entry-refused':
    'Das hat ein Inhaber des Raums entschieden. Du kannst noch einmal fragen, oder frage erst auf anderem Weg.',
  removedTitle: 'Du wurdest aus dem Raum entfernt',
  removed:
    'Ein Inhaber des Raums hat dich hinausgeschickt. Kamera und Mikrofon sind aus. Du darfst erneut um Einlass bitten.',
  waitingTitle: 'Zu viele warten',
  'too-many-waiting': 'An der Tür warten so viele wie möglich. Versuche es in ein paar Minuten noch einmal.',
  fullTitle: 'Der Raum ist voll',
  askAgain: 'Erneut um Einlass bitten',
};
