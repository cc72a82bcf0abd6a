import { useMutation } from '@tanstack/react-query';
import { ChevronDown, Link2, Plus, Video } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createRoom } from '@/api/rooms';
import { roomLink } from '@/shared/room-link';
import { Button, buttonClass } from '@/shared/ui/Button';
import { CopyButton } from '@/shared/ui/CopyButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { Modal } from '@/shared/ui/Modal';

/** Opens a room at once, or makes one whose link is for later. */
export function CreateRoom({ onEnter }: { onEnter: (roomId: string) => void }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<string | null>(null);
  const create = useMutation({ mutationFn: createRoom });
  const startNow = (): void => create.mutate(undefined, { onSuccess: ({ roomId }) => onEnter(roomId) });
  const makeLink = (): void => create.mutate(undefined, { onSuccess: ({ roomId }) => setMade(roomId) });

  return (
    <div>
      <div className="flex max-w-sm">
        <Button
          kind="primary"
          data-testid="home-create"
          className="min-h-13 flex-1 rounded-r-none text-base"
          disabled={create.isPending}
          onClick={startNow}
        >
          <Plus className="size-5" aria-hidden="true" />
          {create.isPending ? t('home.creating') : t('home.create')}
        </Button>
        <Menu
          trigger={
            <button
              type="button"
              aria-label={t('home.createOptions')}
              disabled={create.isPending}
              className={buttonClass(
                'primary',
                'min-h-13 rounded-l-none border-l border-accent-ink/25 px-3.5',
              )}
            >
              <ChevronDown className="size-5" aria-hidden="true" />
            </button>
          }
        >
          <MenuItem onSelect={startNow}>
            <Video className="size-4.5" aria-hidden="true" />
            {t('home.startNow')}
          </MenuItem>
          <MenuItem onSelect={makeLink} data-testid="home-create-link">
            <Link2 className="size-4.5" aria-hidden="true" />
            {t('home.linkForLater')}
          </MenuItem>
        </Menu>
      </div>
      <p role="alert" className="text-sm text-danger not-empty:mt-2">
        {create.isError && t('home.createFailed')}
      </p>
      <Modal
        open={made !== null}
        onOpenChange={() => setMade(null)}
        title={t('home.linkTitle')}
        description={t('home.linkText')}
      >
        {made !== null && (
          <>
            <p className="rounded-xl bg-sunken px-3.5 py-3 font-medium break-all">{roomLink(made)}</p>
            <div className="mt-4 flex flex-wrap gap-3">
              <CopyButton text={roomLink(made)} label={t('invite.copyLink')} />
              <Button kind="primary" onClick={() => onEnter(made)}>
                {t('home.linkOpen')}
              </Button>
            </div>
          </>
        )}
      </Modal>
    </div>
  );
}
