import { useId, useState, type ClipboardEvent, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { Modal } from '@/shared/ui/Modal';
import { isTooLong, linesOf, TITLE_MAX, TITLES_MAX, type Lines } from './lines';

/** Adds a task with Enter, and stays for the next one; of several lines that are pasted, one each. */
export function AddTask({ add: addTasks }: { add: (titles: readonly string[]) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [pasted, setPasted] = useState<Lines | null>(null);
  const title = text.trim();
  const tooLong = isTooLong(title);
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (title === '' || tooLong) return;
    addTasks([title]);
    setText('');
  };
  const paste = (event: ClipboardEvent): void => {
    const lines = linesOf(event.clipboardData.getData('text'));
    if (lines.titles.length < 2) return;
    event.preventDefault();
    setPasted(lines);
  };
  return (
    <form className="grid gap-1" noValidate onSubmit={add}>
      <div className="flex gap-2">
        <input
          id={id}
          value={text}
          autoComplete="off"
          enterKeyHint="done"
          placeholder={t('tasks.addPlaceholder')}
          aria-label={t('tasks.addLabel')}
          aria-invalid={tooLong}
          aria-describedby={tooLong ? `${id}-problem` : undefined}
          onChange={({ target }) => setText(target.value)}
          onPaste={paste}
          data-testid="task-add"
          className="min-h-11 min-w-0 flex-1 rounded-xl border border-control bg-surface px-3 aria-invalid:border-danger"
        />
        <Button type="submit" disabled={title === '' || tooLong}>
          {t('tasks.add')}
        </Button>
      </div>
      {tooLong && (
        <p id={`${id}-problem`} role="alert" className="text-sm text-danger">
          {t('tasks.tooLong', { max: TITLE_MAX })}
        </p>
      )}
      {pasted !== null && (
        <PasteDialog
          lines={pasted}
          onCancel={() => setPasted(null)}
          onConfirm={() => {
            addTasks(pasted.titles);
            setPasted(null);
          }}
        />
      )}
    </form>
  );
}

interface PasteDialogProps {
  lines: Lines;
  onConfirm: () => void;
  onCancel: () => void;
}

function PasteDialog({ lines: { titles, problem }, onConfirm, onCancel }: PasteDialogProps) {
  const { t } = useTranslation();
  const count = titles.length;
  const problems = {
    tooMany: t('tasks.paste.tooMany', { count, max: TITLES_MAX }),
    tooLong: t('tasks.tooLong', { max: TITLE_MAX }),
  };
  return (
    <Modal
      open
      onOpenChange={onCancel}
      title={t('tasks.paste.title', { count })}
      description={problem === null ? t('tasks.paste.text', { first: titles[0], count }) : problems[problem]}
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        {problem === null && (
          <Button kind="primary" data-testid="task-paste-confirm" onClick={onConfirm}>
            {t('tasks.paste.confirm', { count })}
          </Button>
        )}
      </div>
    </Modal>
  );
}
