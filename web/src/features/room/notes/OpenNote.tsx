import { ArrowLeft } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { InNote } from './InNote';
import type { Note } from './model';
import type { NoteTemplate } from './templates';

/** The editor and all of Yjs come only when the first note is opened. */
const NoteEditor = lazy(() => import('./editor/NoteEditor'));

interface OpenNoteProps {
  note: Note;
  template: NoteTemplate;
  onClose: () => void;
}

export function OpenNote({ note, template, onClose }: OpenNoteProps) {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-testid="open-note">
      <div className="flex items-center gap-1 pr-4 pl-2">
        <button
          type="button"
          aria-label={t('notes.back')}
          onClick={onClose}
          data-testid="note-back"
          className="grid size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
        >
          <ArrowLeft className="size-5" aria-hidden="true" />
        </button>
        <h3 className="min-w-0 flex-1 truncate font-semibold">{note.title}</h3>
        <InNote noteId={note.noteId} />
      </div>
      <Suspense fallback={<p className="px-4 py-2 text-sm text-muted">{t('notes.status.loading')}</p>}>
        <NoteEditor note={note} template={template} />
      </Suspense>
    </div>
  );
}
