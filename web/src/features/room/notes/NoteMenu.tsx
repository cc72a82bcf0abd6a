import { EllipsisVertical } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { Modal } from '@/shared/ui/Modal';
import { useSession } from '../session-context';
import type { Note } from './model';
import { TITLE_MAX } from './NoteList';

export function NoteMenu({ note: { noteId, title } }: { note: Note }) {
  const { t } = useTranslation();
  const session = useSession();
  const [dialog, setDialog] = useState<'rename' | 'remove' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            data-testid="note-menu"
            aria-label={t('notes.menu', { title })}
            className="grid size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
          >
            <EllipsisVertical className="size-5" aria-hidden="true" />
          </button>
        }
      >
        <MenuItem onSelect={() => setDialog('rename')}>{t('notes.rename')}</MenuItem>
        <MenuItem onSelect={() => setDialog('remove')}>{t('notes.remove')}</MenuItem>
      </Menu>
      {dialog === 'rename' && (
        <RenameDialog
          title={title}
          onClose={close}
          onRename={(changed) => void session.send('note-rename', { noteId, title: changed })}
        />
      )}
      {dialog === 'remove' && (
        <Modal
          open
          onOpenChange={close}
          title={t('notes.removeTitle', { title })}
          description={t('notes.removeText')}
        >
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={close}>{t('common.cancel')}</Button>
            <Button
              kind="danger"
              data-testid="note-remove-confirm"
              onClick={() => {
                void session.send('note-remove', { noteId });
                close();
              }}
            >
              {t('notes.remove')}
            </Button>
          </div>
        </Modal>
      )}
    </>
  );
}

interface RenameDialogProps {
  title: string;
  onClose: () => void;
  onRename: (title: string) => void;
}

function RenameDialog({ title, onClose, onRename }: RenameDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(title);
  const wanted = text.trim();
  const possible = wanted !== '' && Array.from(wanted).length <= TITLE_MAX;
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!possible) return;
    if (wanted !== title) onRename(wanted);
    onClose();
  };
  return (
    <Modal open onOpenChange={onClose} title={t('notes.rename')}>
      <form className="grid gap-4" noValidate onSubmit={save}>
        <input
          value={text}
          aria-label={t('notes.addLabel')}
          aria-invalid={!possible}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
          data-testid="note-title-field"
          className="min-h-11 rounded-xl border border-control bg-surface px-3 aria-invalid:border-danger"
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={!possible}>
            {t('notes.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
