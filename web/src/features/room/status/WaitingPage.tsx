import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '@/shared/hooks/useDocumentTitle';
import { Preview } from '@/shared/media/Preview';
import { Button } from '@/shared/ui/Button';
import { PageFrame } from '@/shared/ui/PageFrame';
import { useRoom, useSession } from '../session-context';
import { useWakeLock } from '../useWakeLock';
import { NoticeToasts } from './NoticeToasts';

/** The room's door: nothing to do but wait, with a look at oneself. */
export function WaitingPage() {
  const { t } = useTranslation();
  const session = useSession();
  const roomId = useRoom((state) => state.roomId);
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(`${t('door.title')} · Focusly`);
  useWakeLock();
  useEffect(() => heading.current?.focus(), []);
  return (
    <PageFrame>
      <section
        data-testid="waiting-page"
        className="m-auto flex w-full max-w-md flex-col items-center py-4 text-center"
      >
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight">
          {t('door.title')}
        </h1>
        <p className="mt-1.5 max-w-full truncate text-muted">{t('lobby.room', { roomId })}</p>
        <div className="mt-6 w-full">
          <Preview media={session.media} />
        </div>
        <p className="mt-6 text-muted" role="status">
          {t('door.text')}
        </p>
        <Button className="mt-6" data-testid="waiting-leave" onClick={() => void session.leave()}>
          {t('door.leave')}
        </Button>
      </section>
      <NoticeToasts />
    </PageFrame>
  );
}
