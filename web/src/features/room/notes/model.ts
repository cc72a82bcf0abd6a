import { isEventOf } from '@/realtime/schemas-log';
import type { NotesView, NoteView } from '@/realtime/schemas-notes';
import type { FeatureModel } from '../replica';

/** Who added what somebody added who is forgotten. */
const FORGOTTEN = 'forgotten';

export interface Note extends NoteView {
  /** It waits to be sent, and has a number below 0 until it has one of its own. */
  pending: boolean;
}

export interface NotesState {
  /** In the order of their making. */
  notes: readonly Note[];
}

/** Which notes the room has. What is written in them is not among the room's events. */
export const notesModel: FeatureModel<NotesState, NotesView> = {
  initial: ({ notes }) => ({ notes: notes.map((note) => ({ ...note, pending: false })) }),

  reduce(state, event) {
    if (event.type === 'member-forgotten')
      return change(
        state,
        ({ by }) => by === event.memberId,
        (note) => ({ ...note, by: FORGOTTEN }),
      );
    if (event.type === 'history-forgotten')
      return change(
        state,
        ({ noteId }) => noteId > 0 && noteId <= event.through,
        (note) => ({ ...note, by: FORGOTTEN }),
      );
    if (!isEventOf(event, 'note')) return state;
    switch (event.type) {
      case 'note-added': {
        const { seq: noteId, title, by, at } = event;
        return state.notes.some((note) => note.noteId === noteId)
          ? state
          : { notes: [...state.notes, { noteId, title, by, at, pending: false }] };
      }
      case 'note-renamed':
        return titled(state, event.noteId, event.title ?? '');
      case 'note-removed':
        return without(state, event.noteId);
    }
  },

  optimistic(state, { event, payload, by, at }) {
    const noteId = Number(payload.noteId);
    const title = typeof payload.title === 'string' ? payload.title : '';
    switch (event) {
      case 'note-add': {
        const first = Math.min(0, ...state.notes.map((note) => note.noteId)) - 1;
        return { notes: [...state.notes, { noteId: first, title, by, at, pending: true }] };
      }
      case 'note-rename':
        return titled(state, noteId, title);
      case 'note-remove':
        return without(state, noteId);
      default:
        return state;
    }
  },
};

function without(state: NotesState, removed: number): NotesState {
  const notes = state.notes.filter(({ noteId }) => noteId !== removed);
  return notes.length === state.notes.length ? state : { notes };
}

function titled(state: NotesState, noteId: number, title: string): NotesState {
  return title === ''
    ? state
    : change(
        state,
        (note) => note.noteId === noteId,
        (note) => ({ ...note, title }),
      );
}

function change(state: NotesState, which: (note: Note) => boolean, to: (note: Note) => Note): NotesState {
  return state.notes.some(which)
    ? { notes: state.notes.map((note) => (which(note) ? to(note) : note)) }
    : state;
}
