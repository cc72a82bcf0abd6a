import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import type { NoteStatus } from '../note-sync';

/** Whether what is written is safe, and how to take it along where nothing more is taken here. */
export function NoteStatusLine({ status, markdown }: { status: NoteStatus; markdown: () => string }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const copy = (): void => {
    void navigator.clipboard.writeText(markdown()).then(
      () => setSaid(t('common.copied')),
      () => setSaid(t('invite.copyFailed')),
    );
  };
  const trouble = status !== 'saved' && status !== 'saving';
  return (
    <div className="flex min-h-11 items-center gap-2 border-t border-line px-4 py-1 text-sm">
      <p role="status" data-testid="note-status" className={trouble ? 'text-ink' : 'text-muted'}>
        {said === '' ? t(`notes.status.${status}`) : said}
      </p>
      <Button kind="quiet" className="ml-auto px-2.5 text-sm" onClick={copy} data-testid="note-copy">
        <Copy className="size-4" aria-hidden="true" />
        {t('notes.copy')}
      </Button>
    </div>
  );
}
