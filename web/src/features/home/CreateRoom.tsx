import { useMutation } from '@tanstack/react-query';
import { ChevronDown, Link2, Plus, SlidersHorizontal, Video } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createRoom, type NewRoom } from '@/api/rooms';
import { ownerKeyIn, ownerKeys } from '@/shared/owner-keys';
import { Button, buttonClass } from '@/shared/ui/Button';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { Modal } from '@/shared/ui/Modal';
import { NewRoomForm } from './NewRoomForm';
import { RoomLinks } from './RoomLinks';

/** Opens a room at once, sets one up with a name and a kind, or makes one whose link is for later. */
export function CreateRoom({ onEnter }: { onEnter: (roomId: string) => void }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'nothing' | 'form' | { linksOf: string }>('nothing');
  const create = useMutation({
    mutationFn: createRoom,
    onSuccess: ({ roomId, ownerUrl }) => ownerKeys.write(roomId, ownerKeyIn(ownerUrl)),
  });
  const enterNew = (wanted: NewRoom = {}): void =>
    create.mutate(wanted, { onSuccess: ({ roomId }) => onEnter(roomId) });
  const makeLink = (wanted: NewRoom = {}): void =>
    create.mutate(wanted, { onSuccess: ({ roomId }) => setShown({ linksOf: roomId }) });
  const close = (): void => setShown('nothing');
  const failed = create.isError ? t('home.createFailed') : '';

  return (
    <div>
      <div className="flex max-w-sm">
        <Button
          kind="primary"
          data-testid="home-create"
          className="min-h-13 flex-1 rounded-r-none text-base"
          disabled={create.isPending}
          onClick={() => enterNew()}
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
          <MenuItem onSelect={() => enterNew()}>
            <Video className="size-4.5" aria-hidden="true" />
            {t('home.startNow')}
          </MenuItem>
          <MenuItem onSelect={() => makeLink()} data-testid="home-create-link">
            <Link2 className="size-4.5" aria-hidden="true" />
            {t('home.linkForLater')}
          </MenuItem>
        </Menu>
      </div>
      <Button
        kind="quiet"
        data-testid="home-set-up"
        className="mt-2 -ml-4"
        onClick={() => {
          create.reset();
          setShown('form');
        }}
      >
        <SlidersHorizontal className="size-4.5" aria-hidden="true" />
        {t('newRoom.open')}
      </Button>
      <p role="alert" className="text-sm text-danger not-empty:mt-2">
        {shown === 'nothing' && failed}
      </p>
      <Modal
        open={shown === 'form'}
        onOpenChange={close}
        title={t('newRoom.title')}
        description={t('newRoom.description')}
      >
        <NewRoomForm pending={create.isPending} failed={failed} onEnter={enterNew} onLink={makeLink} />
      </Modal>
      <Modal
        open={typeof shown === 'object'}
        onOpenChange={close}
        title={t('home.linkTitle')}
        description={t('home.linkText')}
      >
        {typeof shown === 'object' && <RoomLinks roomId={shown.linksOf} onEnter={onEnter} />}
      </Modal>
    </div>
  );
}
