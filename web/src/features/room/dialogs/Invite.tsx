import { Share2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { roomLink } from '@/shared/room-link';
import { Button } from '@/shared/ui/Button';
import { CopyButton } from '@/shared/ui/CopyButton';
import { useRoom } from '../session-context';
import { QrCode } from './QrCode';

/** The link as text, as a message and as a picture. */
export function Invite() {
  const { t } = useTranslation();
  const id = useId();
  const roomId = useRoom((state) => state.roomId);
  const url = roomLink(roomId);
  const message = t('invite.messageText', { url, roomId, host: location.host });
  const share = (navigator as Partial<Navigator>).share;

  return (
    <div className="grid gap-5">
      <div>
        <label htmlFor={`${id}-link`} className="mb-1.5 block text-sm font-medium">
          {t('invite.link')}
        </label>
        <input
          id={`${id}-link`}
          data-testid="invite-link"
          readOnly
          value={url}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-11 w-full rounded-xl border border-line bg-sunken px-3.5"
        />
        <div className="mt-2.5 flex flex-wrap items-center gap-2.5">
          <CopyButton text={url} label={t('invite.copyLink')} />
          {share && (
            <Button
              onClick={() => {
                // Closing the system's sheet rejects: nothing to tell.
                navigator.share({ title: 'Focusly', url }).catch(() => undefined);
              }}
            >
              <Share2 className="size-4.5" aria-hidden="true" />
              {t('invite.share')}
            </Button>
          )}
        </div>
      </div>
      <div>
        <label htmlFor={`${id}-message`} className="mb-1.5 block text-sm font-medium">
          {t('invite.message')}
        </label>
        <textarea
          id={`${id}-message`}
          readOnly
          rows={5}
          value={message}
          className="block w-full resize-none rounded-xl border border-line bg-sunken px-3.5 py-2.5 text-sm"
        />
        <div className="mt-2.5 flex flex-wrap items-center gap-2.5">
          <CopyButton text={message} label={t('invite.copyMessage')} />
        </div>
      </div>
      <figure className="flex items-center gap-4">
        <QrCode text={url} label={t('invite.qr')} />
        <figcaption className="text-sm text-muted">{t('invite.qrHint')}</figcaption>
      </figure>
    </div>
  );
}
