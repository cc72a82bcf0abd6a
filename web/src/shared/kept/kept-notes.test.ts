import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  forgetAllKept,
  forgetRemoved,
  keepNote,
  markUnsent,
  NOTES_KEPT_MAX,
  unsentNotes,
} from './kept-notes';

const deleted: string[] = [];

beforeEach(() => {
  localStorage.clear();
  deleted.length = 0;
  vi.stubGlobal('indexedDB', { deleteDatabase: (name: string) => void deleted.push(name) });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the notes that a browser keeps', () => {
  it('are so many, of which the one opened longest ago makes way', () => {
    const names = Array.from({ length: NOTES_KEPT_MAX }, (_, index) => keepNote('abc', 'e', index + 1));
    keepNote('abc', 'e', 1);
    expect(deleted).toEqual([]);
    keepNote('abc', 'e', 99);
    expect(deleted).toEqual([names[1]]);
  });

  it('are kept in any case while something in them is not sent', () => {
    const name = keepNote('abc', 'e', 1);
    markUnsent(name, true);
    for (let noteId = 2; noteId <= NOTES_KEPT_MAX + 1; noteId += 1) keepNote('abc', 'e', noteId);
    expect(deleted).toEqual([]);
    expect(unsentNotes('abc', 'e')).toEqual([1]);
    expect(unsentNotes('abc', 'other')).toEqual([]);
    markUnsent(name, false);
    keepNote('abc', 'e', 99);
    expect(deleted).toContain(name);
  });

  it('go when the room has them no more, and all at once when somebody is forgotten', () => {
    const [one, two, other] = [keepNote('abc', 'e', 1), keepNote('abc', 'e', 2), keepNote('xyz', 'e', 1)];
    markUnsent(one, true);
    forgetRemoved('abc', 'e', [2]);
    expect(deleted).toEqual([]);
    markUnsent(one, false);
    forgetRemoved('abc', 'e', [2]);
    expect(deleted).toEqual([one]);
    forgetAllKept();
    expect(deleted.slice(1).sort()).toEqual([two, other].sort());
  });
});
