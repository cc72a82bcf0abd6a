import { useTranslation } from 'react-i18next';
import { useRoomView, useRoomViewStore } from '../room-view';
import { useRoom } from '../session-context';
import { NoteList } from './NoteList';
import { OpenNote } from './OpenNote';

/** The room's notes: which there are, and one of them to be read and written. */
export function NotesPanel() {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const notes = useRoom((state) => state.notes?.notes ?? null);
  const opened = useRoomView((state) => state.note);
  if (notes === null) return <p className="p-4 text-sm text-muted">{t('notes.unavailable')}</p>;
  const note = notes.find(({ noteId }) => noteId === opened?.noteId);
  return note === undefined ? (
    <NoteList notes={notes} />
  ) : (
    <OpenNote
      key={note.noteId}
      note={note}
      template={opened?.template ?? 'blank'}
      onClose={() => view.setState({ note: null })}
    />
  );
}
