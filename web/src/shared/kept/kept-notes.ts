import { z } from '../schema';
import { readStored, writeStored } from '../storage';

/**
 * The notes that this browser keeps for times without a connection: each is an IndexedDB database, and there are only so
 * many of them.
 */

export const NOTES_KEPT_MAX = 40;
const KEY = 'focusly.notes-kept';
const names = z.array(z.string().max(500));

/** The name of a note's database. The least recently opened ones make way. */
export function keepNote(roomId: string, epoch: string, noteId: number): string {
  const name = `focusly.note.${roomId}.${epoch}.${String(noteId)}`;
  const all = [name, ...readStored(KEY, names, []).filter((each) => each !== name)];
  all.slice(NOTES_KEPT_MAX).forEach(remove);
  writeStored(KEY, all.slice(0, NOTES_KEPT_MAX));
  return name;
}

export function forgetKept(name: string): void {
  remove(name);
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
