import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Modal } from '../ui/Modal';
import { ForgetMe, type Keeper } from './ForgetMe';

/** What is kept of the person who looks at the page, in one sentence, and the way to have it deleted. */
export function KeptOfMe({ keeper }: { keeper: Keeper }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
      <p>{t('kept.sentence')}</p>
      <Button
        kind="quiet"
        data-testid="kept-open"
        className="-ml-4 text-sm underline underline-offset-4 sm:ml-0"
        onClick={() => setOpen(true)}
      >
        {t('kept.open')}
      </Button>
      <Modal open={open} onOpenChange={setOpen} title={t('kept.title')} description={t('kept.consequences')}>
        <ForgetMe keeper={keeper} onCancel={() => setOpen(false)} />
      </Modal>
    </div>
  );
}
