import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';

/** How long the button says that it has copied. */
const confirmationMillis = 2500;

type Outcome = 'none' | 'copied' | 'failed';

/** Copies a text and says so. Over plain HTTP a page may not copy: then it says what to do instead. */
export function CopyButton({ text, label, className }: { text: string; label: string; className?: string }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>('none');

  useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome('none'), confirmationMillis);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };

  const Icon = outcome === 'copied' ? Check : Copy;
  return (
    <>
      <Button className={className} onClick={() => void copy()}>
        <Icon className="size-4.5" aria-hidden="true" />
        {outcome === 'copied' ? t('common.copied') : label}
      </Button>
      <span role="status" className={outcome === 'failed' ? 'text-sm text-danger' : 'sr-only'}>
        {outcome === 'copied' && t('common.copied')}
        {outcome === 'failed' && t('invite.copyFailed')}
      </span>
    </>
  );
}
