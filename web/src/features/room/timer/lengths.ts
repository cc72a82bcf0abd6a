import type { TimerPreset, TimerSettings } from '@/realtime/schemas-timer';

/** What somebody types in as lengths, and what of it the server takes. */

export type Lengths = Omit<TimerPreset, 'name'>;
export type LengthField = keyof Lengths;
/** As it stands in the fields. */
export type TypedLengths = Record<LengthField, string>;

export const LENGTH_FIELDS = ['focus', 'shortBreak', 'longBreak', 'rounds'] as const;
export const BOUNDS: Record<LengthField, { least: number; most: number }> = {
  focus: { least: 1, most: 240 },
  shortBreak: { least: 1, most: 240 },
  longBreak: { least: 1, most: 240 },
  rounds: { least: 1, most: 12 },
};

export const PRESETS_MAX = 20;
const PRESET_NAME_MAX = 40;

export function lengthsOf({ focus, shortBreak, longBreak, rounds }: TimerSettings | TimerPreset): Lengths {
  return { focus, shortBreak, longBreak, rounds };
}

export function typed(lengths: Lengths): TypedLengths {
  return {
    focus: String(lengths.focus),
    shortBreak: String(lengths.shortBreak),
    longBreak: String(lengths.longBreak),
    rounds: String(lengths.rounds),
  };
}

/** The number in a field, or null where it is none that counts. */
export function readLength(field: LengthField, text: string): number | null {
  if (!/^\d{1,4}$/.test(text.trim())) return null;
  const value = Number(text);
  const { least, most } = BOUNDS[field];
  return value >= least && value <= most ? value : null;
}

/** All of them, or null where one is wrong. */
export function readLengths(fields: TypedLengths): Lengths | null {
  const read = LENGTH_FIELDS.map((field) => readLength(field, fields[field]));
  const [focus, shortBreak, longBreak, rounds] = read;
  if (focus == null || shortBreak == null || longBreak == null || rounds == null) return null;
  return { focus, shortBreak, longBreak, rounds };
}

/** What differs, which is all that has to be sent. */
export function changedLengths(before: Lengths, after: Lengths): Partial<Lengths> {
  return Object.fromEntries(
    LENGTH_FIELDS.filter((field) => before[field] !== after[field]).map((field) => [field, after[field]]),
  );
}

export function sameLengths(one: Lengths, other: Lengths): boolean {
  return LENGTH_FIELDS.every((field) => one[field] === other[field]);
}

/** A preset's name as the server takes it, or null. */
export function readPresetName(text: string): string | null {
  const name = text.trim();
  const count = Array.from(name).length;
  return count >= 1 && count <= PRESET_NAME_MAX ? name : null;
}
