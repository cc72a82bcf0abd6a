/** What is said of the people in a room, of its owners and of its door. */
export const people = {
  title: 'People',
  open: 'Show people',
  close: 'Hide people',
  openWaiting_one: 'Show people: 1 person waits to be let in',
  openWaiting_other: 'Show people: {{count}} people wait to be let in',
  count_one: 'One person here',
  count_other: '{{count}} people here',
  alone: 'Nobody else is here yet. Send the link to those who should join.',
  owner: 'Owner',
  sharing: 'Shares a screen',
  microphoneOn: 'Microphone on',
  cameraOn: 'Camera on',
  cameraOff: 'Camera off',
  hand: 'Hand raised, number {{order}}',
  devices_one: 'One device',
  devices_other: '{{count}} devices',
  status: {
    label: 'What you do',
    change: 'What you do: {{status}}',
    focusing: 'Focusing',
    available: 'Available',
    break: 'On a break',
    away: 'Away',
  },
  waiting: {
    title_one: 'One person waits to be let in',
    title_other: '{{count}} people wait to be let in',
    admit: 'Admit',
    admitNamed: 'Admit {{name}}',
    refuse: 'Refuse',
    refuseNamed: 'Refuse {{name}}',
    admitAll: 'Admit all',
    toast: '{{name}} waits to be let in',
    more_one: 'and one more',
    more_other: 'and {{count}} more',
    anywhere: 'Press F8, or open the list of people',
  },
  menu: {
    open: 'What you can do with {{name}}',
    mute: 'Mute',
    unmute: 'Allow to unmute',
    lowerHand: 'Lower the hand',
    handOver: 'Hand over the room…',
    remove: 'Remove from the room',
    ban: 'Ban from the room…',
    muteAsked: '{{name}} was asked to be silent.',
    unmuteAllowed: '{{name}} may speak again.',
  },
  ban: {
    title: 'Ban {{name}}?',
    text: '{{name}} has to go at once and cannot come back until an owner lifts the ban. Somebody without a cookie may come back under another name: lock the room or let people in one by one to be sure.',
    confirm: 'Ban',
    listTitle: 'Banned',
    unban: 'Lift the ban',
    unbanNamed: 'Lift the ban of {{name}}',
  },
  handOver: {
    title: 'Hand the room over to {{name}}?',
    text: '{{name}} becomes an owner in your place: you can no longer admit, mute or remove anyone, nor change the settings. Who has the secret owner link can still become an owner by it.',
    confirm: 'Hand over',
  },
  nobody: 'Somebody',
  anOwner: 'An owner',
};

export const roomSettings = {
  title: 'Room settings',
  open: 'Room settings',
  description: 'Changes take effect at once, for everyone.',
  readOnly: 'Only owners of the room can change these.',
  unowned:
    'This room belongs to nobody: everyone may do everything in it, and its settings stay as they are.',
  unknown: 'The settings come with the connection to the server.',
  timer: 'Everyone may control the timer',
  timerOwner: 'Only owners control the timer',
  chat: 'Everyone may write in the chat',
  chatOwner: 'Only owners write in the chat',
  screen: 'Everyone may share a screen',
  screenOwner: 'Only owners share a screen',
  unmute: 'People muted by an owner may unmute themselves',
  unmuteText: 'Otherwise they stay muted until an owner allows them to speak.',
  unmuteOwner: 'People muted by an owner stay muted until an owner allows them to speak',
  entry: 'Let people in one by one',
  entryText: 'Who is new waits at the door until an owner admits them.',
  entryFree: 'Everyone with the link comes in',
  locked: 'Lock the room',
  lockedText: 'Nobody new comes in. Who is here can leave and come back for a quarter of an hour.',
  lockedNow: 'The room is locked: nobody new comes in',
  ownerLink: 'Your secret owner link',
  ownerLinkText:
    'Whoever opens this link becomes an owner of the room. Use it on your other devices, and give it only to those who should own the room with you. It cannot be withdrawn.',
  ownerLinkMissing:
    'The secret owner link is only kept in the browser that made the room, or that came by the link.',
  ownerLinkCopy: 'Copy owner link',
};

export const door = {
  title: 'You wait to be let in',
  text: 'An owner of the room was told that you are here, and decides. You come in by yourself as soon as they admit you: you need not do anything.',
  leave: 'Do not wait',
};

export const newRoom = {
  open: 'Choose a name and a kind of room…',
  title: 'A new room',
  description: 'You own it: you decide who may do what, and can change it at any time.',
  name: 'Name (optional)',
  namePlaceholder: 'Such as: Maths, Tuesday group',
  kind: 'Kind of room',
  templates: {
    'study-group': {
      title: 'Study group',
      text: 'Everyone controls the timer, chats and shares a screen. Open to all with the link.',
    },
    'stand-up': {
      title: 'Stand-up',
      text: 'Only owners control the timer. Everything else is open to everyone.',
    },
    'co-working': {
      title: 'Co-working',
      text: 'Everything is open to everyone, all day long.',
    },
    class: {
      title: 'Class',
      text: 'You let people in one by one. Only owners control the timer, share a screen and allow people they muted to speak.',
    },
  },
  create: 'Create and go in',
  createLink: 'Create and get the links',
  guestLink: 'Link for everyone',
};

export const ownersNotices = {
  muted: '{{name}} muted you.',
  'still-muted': 'An owner muted you. You can speak again when an owner allows it.',
  'may-unmute': '{{name}} allows you to speak again. Your microphone stays off until you switch it on.',
  'hand-lowered': 'An owner lowered your hand.',
  'screen-owners-only': 'Only owners share a screen in this room.',
  'invalid-owner-key': 'That owner link is not this room’s. You came in without it.',
  'too-many-owners': 'The room has as many owners as it can have. You came in without the owner link.',
  'owner-needs-cookie':
    'This browser does not keep the room’s cookie, so it cannot own a room. You came in without the owner link.',
  'unknown-member': 'This person is not here any more.',
  'too-many-bans': 'As many people are banned as can be. Lift another ban first.',
  'no-answer': 'The server did not answer. Try again.',
};

export const ownersRefusals = {
  bannedTitle: 'You are banned from this room',
  banned:
    'An owner of the room decided this. Only an owner can lift it: ask them if you think it is a mistake.',
  lockedTitle: 'The room is locked',
  'room-locked': 'Nobody new is let in at the moment. Ask an owner to unlock the room, then try again.',
  entryTitle: 'You were not let in',
  'entry-refused':
    'An owner of the room decided so. You can ask once more, or ask them in another way first.',
  removedTitle: 'You were removed from the room',
  removed:
    'An owner of the room sent you out. Your camera and microphone are off. You may ask to come in again.',
  waitingTitle: 'Too many people wait',
  'too-many-waiting': 'As many people wait at the door as can. Try again in a few minutes.',
  fullTitle: 'The room is full',
  askAgain: 'Ask to come in again',
};
