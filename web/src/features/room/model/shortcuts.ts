export type ShortcutAction =
  | 'microphone'
  | 'camera'
  | 'screen'
  | 'hand'
  | 'chat'
  | 'people'
  | 'timer'
  | 'timerRun'
  | 'goals'
  | 'nextSpeaker'
  | 'tasks'
  | 'notes'
  | 'search'
  | 'help';

interface Shortcut {
  action: ShortcutAction;
  key: string;
  /** The same with Control (or Command), as other meeting apps have it. */
  controlKey?: string;
}

export const shortcuts: readonly Shortcut[] = [
  { action: 'microphone', key: 'm', controlKey: 'd' },
  { action: 'camera', key: 'v', controlKey: 'e' },
  { action: 'screen', key: 's' },
  { action: 'hand', key: 'h' },
  { action: 'chat', key: 'c' },
  { action: 'people', key: 'p' },
  { action: 'tasks', key: 'b' },
  { action: 'notes', key: 'w' },
  { action: 'search', key: 'f' },
  { action: 'timer', key: 't' },
  { action: 'timerRun', key: 'k' },
  { action: 'goals', key: 'g' },
  { action: 'nextSpeaker', key: 'n' },
  { action: 'help', key: '?' },
];

/** Keys that mean something only while the page shows what: there they are listened to, also in texts. */
export const momentaryKeys = [
  { action: 'moveTask', key: 'Alt ↑ ↓ ← →' },
  { action: 'stayMuted', key: 'Esc' },
] as const;

/** Where letters mean text, or choose an item of a list. */
const takesLetters =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"], [role="listbox"], [role="combobox"], [role="textbox"]';

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'defaultPrevented'
> & {
  target: EventTarget | null;
};

/** What a key press means in the room, or null. */
export function shortcutFor(press: KeyPress): ShortcutAction | null {
  if (press.repeat || press.defaultPrevented || press.altKey) return null;
  if (press.target instanceof Element && press.target.closest(takesLetters)) return null;
  const key = press.key.toLowerCase();
  const withControl = press.ctrlKey || press.metaKey;
  const found = shortcuts.find((shortcut) => (withControl ? shortcut.controlKey : shortcut.key) === key);
  return found?.action ?? null;
}
