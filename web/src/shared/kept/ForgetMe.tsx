import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { useForgotten } from './forgotten';

export interface Kept {
  name: string | null;
  rooms: number;
  messages: number;
}

/** How the server is asked. */
export interface Keeper {
  look: (signal: AbortSignal) => Promise<Kept>;
  forget: () => Promise<void>;
}

/** Says what there is, and asks once more. */
export function ForgetMe({ keeper, onCancel }: { keeper: Keeper; onCancel: () => void }) {
  const { t } = useTranslation();
  const { forget } = useForgotten.getState();
  const kept = useQuery({ queryKey: ['me'], queryFn: ({ signal }) => keeper.look(signal), gcTime: 0 });
  const deletion = useMutation({ mutationFn: () => keeper.forget(), onSuccess: forget });
  return (
    <div className="grid gap-5">
      <div data-testid="kept-list" aria-live="polite">
        {kept.isPending && <p className="text-muted">{t('kept.loading')}</p>}
        {kept.isError && <p>{t('kept.unknown')}</p>}
        {kept.data !== undefined && <KeptList kept={kept.data} />}
      </div>
      <p role="alert" className="text-sm text-danger empty:hidden">
        {deletion.isError && t('kept.failed')}
      </p>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button
          kind="danger"
          data-testid="kept-confirm"
          disabled={deletion.isPending}
          onClick={() => deletion.mutate()}
        >
          {deletion.isPending ? t('kept.deleting') : t('kept.confirm')}
        </Button>
      </div>
    </div>
  );
}

function KeptList({ kept: { name, rooms, messages } }: { kept: Kept }) {
  const { t } = useTranslation();
  if (rooms === 0 && messages === 0) return <p>{t('kept.nothing')}</p>;
  return (
    <>
      <p>{name === null ? t('kept.unnamed') : t('kept.known', { name })}</p>
      <ul className="mt-1 list-disc pl-6">
        <li>{t('kept.rooms', { count: rooms })}</li>
        <li>{t('kept.messages', { count: messages })}</li>
      </ul>
    </>
  );
}
