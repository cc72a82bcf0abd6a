import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import type { NoteStatus } from '../note-sync';

const SAID_MS = 4_000;

interface NoteStatusLineProps {
  status: NoteStatus;
  markdown: () => string;
  /** Where there is something to be shortened. */
  onShorten: (() => void) | null;
  /** Where there is something that cannot be saved. */
  onDiscard: (() => void) | null;
}

/** Whether what is written is safe, and what can be done where nothing more is taken. */
export function NoteStatusLine({ status, markdown, onShorten, onDiscard }: NoteStatusLineProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(markdown()); // only on pages that came over TLS
      setSaid(t('common.copied'));
    } catch {
      setSaid(t('invite.copyFailed'));
    }
  };
  const trouble = status !== 'saved' && status !== 'saving';
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-2 border-t border-line px-4 py-1 text-sm">
      <p role="status" data-testid="note-status" className={trouble ? 'text-ink' : 'text-muted'}>
        {said === '' || trouble ? t(`notes.status.${status}`) : said}
        {trouble && said !== '' && ` ${said}`}
      </p>
      <span className="ml-auto flex flex-wrap justify-end">
        {onDiscard !== null && (
          <Button kind="quiet" className="px-2.5 text-sm" onClick={onDiscard} data-testid="note-discard">
            {t('notes.discard')}
          </Button>
        )}
        {onShorten !== null && (
          <Button kind="quiet" className="px-2.5 text-sm" onClick={onShorten} data-testid="note-shorten">
            {t('notes.shorten')}
          </Button>
        )}
        <Button kind="quiet" className="px-2.5 text-sm" onClick={() => void copy()} data-testid="note-copy">
          <Copy className="size-4" aria-hidden="true" />
          {t('notes.copy')}
        </Button>
      </span>
    </div>
  );
}
