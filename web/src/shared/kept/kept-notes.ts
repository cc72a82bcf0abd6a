import { z } from '../schema';
import { readStored, writeStored } from '../storage';

/**
 * The notes that this browser keeps for times without a connection: each is an IndexedDB database, and there are only so
 * many of them.
 */

export const NOTES_KEPT_MAX = 40;
const KEY = 'focusly.notes-kept';
/** Those in which something was written that the server has not got. */
const UNSENT_KEY = 'focusly.notes-unsent';
const names = z.array(z.string().max(500));

const prefix = (roomId: string, epoch: string): string => `focusly.note.${roomId}.${epoch}.`;

/** The name of a note's database. The least recently opened ones make way, unless something in them is not sent. */
export function keepNote(roomId: string, epoch: string, noteId: number): string {
  const name = prefix(roomId, epoch) + String(noteId);
  const all = [name, ...readStored(KEY, names, []).filter((each) => each !== name)];
  const unsent = readStored(UNSENT_KEY, names, []);
  const kept = all.filter((each, index) => index < NOTES_KEPT_MAX || unsent.includes(each));
  all.filter((each) => !kept.includes(each)).forEach(remove);
  writeStored(KEY, kept);
  return name;
}

/** Something was written that the server has not got, or it has all now. */
export function markUnsent(name: string, unsent: boolean): void {
  const others = readStored(UNSENT_KEY, names, []).filter((each) => each !== name);
  writeStored(UNSENT_KEY, unsent ? [...others, name] : others);
}

/** The room's notes in which something was written that the server has not got. */
export function unsentNotes(roomId: string, epoch: string): number[] {
  const start = prefix(roomId, epoch);
  return readStored(UNSENT_KEY, names, [])
    .filter((name) => name.startsWith(start))
    .map((name) => Number(name.slice(start.length)));
}

/** Forgets what this browser keeps of notes that the room has no more; of those with something unsent the server says so. */
export function forgetRemoved(roomId: string, epoch: string, there: readonly number[]): void {
  const start = prefix(roomId, epoch);
  const unsent = readStored(UNSENT_KEY, names, []);
  readStored(KEY, names, [])
    .filter((name) => name.startsWith(start) && !unsent.includes(name))
    .filter((name) => !there.includes(Number(name.slice(start.length))))
    .forEach(forgetKept);
}

export function forgetKept(name: string): void {
  remove(name);
  markUnsent(name, false);
  writeStored(
    KEY,
    readStored(KEY, names, []).filter((each) => each !== name),
  );
}

/** Forgets them all. */
export function forgetAllKept(): void {
  readStored(KEY, names, []).forEach(remove);
}

function remove(name: string): void {
  try {
    indexedDB.deleteDatabase(name);
  } catch {
    return;
  }
}
