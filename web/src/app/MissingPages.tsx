import { CircleAlert, Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '@/shared/ui/Button';
import { MessagePage } from '@/shared/ui/MessagePage';

export function NotARoomPage() {
  const { t } = useTranslation();
  return (
    <MessagePage
      icon={<Compass className="size-7" aria-hidden="true" />}
      title={t('missing.roomTitle')}
      text={t('missing.roomText')}
    >
      <HomeLink />
    </MessagePage>
  );
}

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <MessagePage
      icon={<Compass className="size-7" aria-hidden="true" />}
      title={t('missing.pageTitle')}
      text={t('missing.pageText')}
    >
      <HomeLink />
    </MessagePage>
  );
}

export function BrokenPage() {
  const { t } = useTranslation();
  return (
    <MessagePage
      icon={<CircleAlert className="size-7" aria-hidden="true" />}
      title={t('missing.errorTitle')}
      text={t('missing.errorText')}
    >
      <Button kind="primary" onClick={() => location.reload()}>
        {t('missing.reload')}
      </Button>
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
