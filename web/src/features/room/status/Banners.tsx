import { Headphones, LoaderCircle, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { roomLink } from '@/shared/room-link';
import { Button } from '@/shared/ui/Button';
import { CopyButton } from '@/shared/ui/CopyButton';
import { useRoomViewStore } from '../room-view';
import { useRoom } from '../session-context';

/** What the person should know about the room as a whole, above the pictures. */
export function Banners() {
  return (
    <div className="grid shrink-0 gap-2 px-3 pt-3 empty:hidden">
      <StatusBanner />
      <ListeningBanner />
      <AloneBanner />
    </div>
  );
}

function StatusBanner() {
  const { t } = useTranslation();
  const status = useRoom((state) => state.status);
  const waiting = status === 'reconnecting' || status === 'connecting' || status === 'idle';
  return (
    <div aria-live="polite" className={waiting ? undefined : 'hidden'}>
      {waiting && (
        <p
          data-testid="status-banner"
          className={`flex items-center justify-center gap-2.5 rounded-xl px-4 py-2 text-sm font-medium ${
            status === 'reconnecting' ? 'bg-warn-soft' : 'bg-accent-soft'
          }`}
        >
          <LoaderCircle className="size-4.5 shrink-0 animate-spin" aria-hidden="true" />
          {status === 'reconnecting' ? t('room.reconnecting') : t('room.joining')}
        </p>
      )}
    </div>
  );
}

function ListeningBanner() {
  const { t } = useTranslation();
  const listening = useRoom((state) => state.listening);
  const publishers = useRoom((state) => state.limits.videoPublishers);
  if (!listening) return null;
  return (
    <p
      role="status"
      data-testid="listening-banner"
      className="flex items-center justify-center gap-2.5 rounded-xl bg-accent-soft px-4 py-2 text-sm"
    >
      <Headphones className="size-4.5 shrink-0" aria-hidden="true" />
      {t('room.listening', { count: publishers })}
    </p>
  );
}

function AloneBanner() {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const roomId = useRoom((state) => state.roomId);
  const alone = useRoom((state) => state.status === 'connected' && state.others.length === 0);
  if (!alone) return null;
  return (
    <section className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2xl border border-line bg-surface py-2 pr-2 pl-4">
      <p className="mr-auto">
        <span className="font-semibold">{t('room.alone')}</span>
        <span className="block text-sm text-muted">{t('room.aloneText')}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={roomLink(roomId)} label={t('invite.copyLink')} />
        <Button kind="primary" onClick={() => view.setState({ dialog: 'invite' })}>
          <UserPlus className="size-4.5" aria-hidden="true" />
          {t('toolbar.invite')}
        </Button>
      </div>
    </section>
  );
}
