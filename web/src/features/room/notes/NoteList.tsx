import { NotebookPen, Search } from 'lucide-react';
import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { useRoomViewStore } from '../room-view';
import { useRoom, useSession } from '../session-context';
import { InNote } from './InNote';
import type { Note } from './model';
import { NoteMenu } from './NoteMenu';
import { TEMPLATES, templateFor, type NoteTemplate } from './templates';

export const TITLE_MAX = 100;

export function NoteList({ notes }: { notes: readonly Note[] }) {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  return (
    <div
      className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto px-4 pb-4"
      data-testid="notes-panel"
    >
      <AddNote />
      {notes.length > 0 && (
        <button
          type="button"
          onClick={() => view.setState({ dialog: 'search' })}
          data-testid="notes-search"
          className="flex min-h-11 items-center gap-2.5 rounded-xl px-3 text-left text-sm text-muted hover:bg-ink/8 hover:text-ink"
        >
          <Search className="size-4.5" aria-hidden="true" />
          {t('search.open')}
        </button>
      )}
      {notes.length === 0 ? (
        <p className="text-sm text-muted" data-testid="notes-empty">
          {t('notes.empty')}
        </p>
      ) : (
        <ul className="grid gap-1.5">
          {notes.map((note) => (
            <li
              key={note.noteId}
              className="flex min-h-12 items-center gap-1 rounded-xl border border-line bg-raised pl-3"
            >
              <button
                type="button"
                disabled={note.pending}
                onClick={() => view.setState({ note: { noteId: note.noteId, template: 'blank' } })}
                data-testid="note"
                className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 text-left disabled:opacity-60"
              >
                <NotebookPen className="size-4.5 shrink-0 text-muted" aria-hidden="true" />
                <span className="min-w-0 flex-1 break-words">{note.title}</span>
                <InNote noteId={note.noteId} />
              </button>
              {!note.pending && <NoteMenu note={note} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function AddNote() {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const session = useSession();
  const id = useId();
  const room = useRoom((state) => state.access?.template ?? null);
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<NoteTemplate | null>(null);
  const template = chosen ?? templateFor(room);
  const wanted = title.trim();
  const tooLong = Array.from(wanted).length > TITLE_MAX;
  const add = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (wanted === '' || tooLong) return;
    setTitle('');
    const answer = await session.send('note-add', { title: wanted, template });
    if (answer.ok && answer.seq !== undefined) view.setState({ note: { noteId: answer.seq, template } });
  };
  return (
    <form className="grid gap-2" noValidate onSubmit={(event) => void add(event)}>
      <div className="flex gap-2">
        <input
          value={title}
          autoComplete="off"
          enterKeyHint="done"
          placeholder={t('notes.addPlaceholder')}
          aria-label={t('notes.addLabel')}
          aria-invalid={tooLong}
          aria-describedby={tooLong ? `${id}-problem` : undefined}
          onChange={({ target }) => setTitle(target.value)}
          data-testid="note-add"
          className="min-h-11 min-w-0 flex-1 rounded-xl border border-control bg-surface px-3 aria-invalid:border-danger"
        />
        <Button type="submit" disabled={wanted === '' || tooLong}>
          {t('notes.add')}
        </Button>
      </div>
      {tooLong && (
        <p id={`${id}-problem`} role="alert" className="text-sm text-danger">
          {t('notes.tooLong', { max: TITLE_MAX })}
        </p>
      )}
      <label className="flex items-center gap-2 text-sm">
        <span className="text-muted">{t('notes.beginsWith')}</span>
        <select
          value={template}
          onChange={({ target }) => setChosen(TEMPLATES.find((each) => each === target.value) ?? null)}
          data-testid="note-template"
          className="min-h-11 min-w-0 flex-1 rounded-xl border border-control bg-surface px-2"
        >
          {TEMPLATES.map((each) => (
            <option key={each} value={each}>
              {t(`notes.templates.${each}.name`)}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}
