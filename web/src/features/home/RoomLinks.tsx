import { useTranslation } from 'react-i18next';
import { ownerKeys, ownerLink } from '@/shared/owner-keys';
import { roomLink } from '@/shared/room-link';
import { Button } from '@/shared/ui/Button';
import { CopyButton } from '@/shared/ui/CopyButton';

/** The links of a room that was made for later: the one to send around, and the one to keep. */
export function RoomLinks({ roomId, onEnter }: { roomId: string; onEnter: (roomId: string) => void }) {
  const { t } = useTranslation();
  const key = ownerKeys.read(roomId);
  return (
    <div className="grid gap-5">
      <section>
        <h3 className="mb-1.5 text-sm font-medium">{t('newRoom.guestLink')}</h3>
        <p className="rounded-xl bg-sunken px-3.5 py-3 font-medium break-all">{roomLink(roomId)}</p>
        <div className="mt-3 flex flex-wrap gap-3">
          <CopyButton text={roomLink(roomId)} label={t('invite.copyLink')} />
          <Button kind="primary" onClick={() => onEnter(roomId)}>
            {t('home.linkOpen')}
          </Button>
        </div>
      </section>
      {key !== null && (
        <section className="border-t border-line pt-4">
          <h3 className="text-sm font-medium">{t('roomSettings.ownerLink')}</h3>
          <p className="mt-1 text-sm text-muted">{t('roomSettings.ownerLinkText')}</p>
          <div className="mt-3 flex flex-wrap gap-3">
            <CopyButton text={ownerLink(roomId, key)} label={t('roomSettings.ownerLinkCopy')} />
          </div>
        </section>
      )}
    </div>
  );
}
