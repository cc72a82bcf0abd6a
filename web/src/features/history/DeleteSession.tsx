import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteSession } from '@/api/history';
import { Button } from '@/shared/ui/Button';
import { Modal } from '@/shared/ui/Modal';

/** For owners: deletes the session for everybody, once that was confirmed. */
export function DeleteSession({ sessionId, onDeleted }: { sessionId: string; onDeleted: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteSession(sessionId),
    onSuccess: () => {
      queries.clear();
      onDeleted();
    },
  });
  return (
    <>
      <Button
        data-testid="session-delete"
        onClick={() => {
          remove.reset();
          setOpen(true);
        }}
      >
        <Trash2 className="size-4.5" aria-hidden="true" />
        {t('history.delete')}
      </Button>
      <Modal
        open={open}
        onOpenChange={setOpen}
        title={t('history.deleteTitle')}
        description={t('history.deleteText')}
      >
        <p role="alert" className="text-sm text-danger not-empty:mb-3">
          {remove.isError && t('history.deleteFailed')}
        </p>
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={() => setOpen(false)}>{t('common.cancel')}</Button>
          <Button
            kind="danger"
            data-testid="session-delete-confirm"
            disabled={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {remove.isPending ? t('history.deleting') : t('history.delete')}
          </Button>
        </div>
      </Modal>
    </>
  );
}
