import { describe, expect, it } from 'vitest';
import { parseRoomEvent, type RoomEvent } from '@/realtime/schemas-log';
import { notesViewSchema } from '@/realtime/schemas-notes';
import { notesModel, type NotesState } from './model';

const EMPTY = notesModel.initial({ notes: [] });

function event(seq: number, type: string, fields: object): RoomEvent {
  const parsed = parseRoomEvent({ seq, at: seq * 10, by: 'ann', type, ...fields });
  if (parsed === undefined) throw new Error('An unreadable event.');
  return parsed;
}

const after = (...events: RoomEvent[]): NotesState => events.reduce(notesModel.reduce, EMPTY);
const added = (seq: number, title: string) => event(seq, 'note-added', { title, template: 'agenda' });
const command = (name: string, payload: Record<string, unknown>) => ({
  commandId: 'c',
  event: name,
  payload,
  at: 99,
  by: 'me',
  name: 'Me',
});
const titles = ({ notes }: NotesState): string[] => notes.map(({ title }) => title);

describe('the notes of a room', () => {
  it('come in the order in which they were made', () => {
    const state = after(added(1, 'One'), added(2, 'Two'), added(1, 'One'));
    expect(titles(state)).toEqual(['One', 'Two']);
    expect(state.notes[1]).toEqual({ noteId: 2, title: 'Two', by: 'ann', at: 20, pending: false });
  });

  it('begin with what the server tells', () => {
    const view = notesViewSchema.parse({
      notes: [{ noteId: 4, title: 'Plan', by: 'ann', at: 5, template: 'of a newer server' }],
    });
    expect(notesModel.initial(view).notes).toEqual([
      { noteId: 4, title: 'Plan', by: 'ann', at: 5, pending: false },
    ]);
  });

  it('are renamed and removed, also by events that lost their words', () => {
    const state = after(
      event(1, 'note-added', {}),
      added(2, 'Two'),
      event(3, 'note-renamed', { noteId: 1 }),
      event(4, 'note-renamed', { noteId: 1, title: 'Last' }),
      event(5, 'note-removed', { noteId: 2 }),
    );
    expect(titles(state)).toEqual(['Last']);
    expect(notesModel.reduce(state, event(6, 'note-removed', { noteId: 2 }))).toBe(state);
  });

  it('forget who made them', () => {
    const forgotten = event(3, 'member-forgotten', { memberId: 'ann' });
    expect(after(added(1, 'One'), forgotten).notes[0]).toMatchObject({ title: 'One', by: 'forgotten' });
  });

  it('show at once what waits to be sent', () => {
    let state = after(added(1, 'One'));
    for (const each of [
      command('note-add', { title: 'Mine', template: 'blank' }),
      command('note-add', { title: 'Mine too' }),
      command('note-rename', { noteId: 1, title: 'First' }),
    ])
      state = notesModel.optimistic(state, each);
    expect(state.notes.map(({ noteId, title, pending }) => [noteId, title, pending])).toEqual([
      [1, 'First', false],
      [-1, 'Mine', true],
      [-2, 'Mine too', true],
    ]);
    expect(titles(notesModel.optimistic(state, command('note-remove', { noteId: 1 })))).toEqual([
      'Mine',
      'Mine too',
    ]);
    expect(notesModel.optimistic(state, command('chat-send', {}))).toBe(state);
  });
});
