import { DoorOpen, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '@/shared/ui/Button';
import { MessagePage } from '@/shared/ui/MessagePage';
import { refusalOf } from './codes';

export function LeftPage({ roomId, onAgain }: { roomId: string; onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <MessagePage
      icon={<DoorOpen className="size-7" aria-hidden="true" />}
      title={t('left.title')}
      text={t('left.text')}
    >
      <Button kind="primary" data-testid="left-rejoin" onClick={onAgain}>
        {t('left.rejoin')}
      </Button>
      <a href={`/r/${roomId}/sessions`} data-testid="left-sessions" className={buttonClass('secondary')}>
        {t('history.sessionsLink')}
      </a>
      <HomeLink />
    </MessagePage>
  );
}

interface RefusedPageProps {
  refusal: { code: string; message: string };
  onAgain: () => void;
}

export function RefusedPage({ refusal, onAgain }: RefusedPageProps) {
  const { t } = useTranslation();
  const { title, text, remedy, again, whole } = refusalOf(refusal.code);
  return (
    <MessagePage
      icon={<ShieldAlert className="size-7" aria-hidden="true" />}
      title={t(title ?? 'refused.title')}
      text={t(text)}
      detail={whole || refusal.message === '' ? undefined : t('refused.detail', { message: refusal.message })}
    >
      {remedy === 'retry' && (
        <Button kind="primary" data-testid="refused-retry" onClick={onAgain}>
          {t(again ?? 'common.retry')}
        </Button>
      )}
      {remedy === 'reload' && (
        <Button kind="primary" onClick={() => location.reload()}>
          {t('missing.reload')}
        </Button>
      )}
      <HomeLink />
    </MessagePage>
  );
}

function HomeLink() {
  const { t } = useTranslation();
  return (
    <a href="/" className={buttonClass('secondary')}>
      {t('common.home')}
    </a>
  );
}
