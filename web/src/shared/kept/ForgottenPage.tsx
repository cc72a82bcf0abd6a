import { Leaf } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { clearStored } from '../storage';
import { forgetAllKept } from './kept-notes';
import { buttonClass } from '../ui/Button';
import { MessagePage } from '../ui/MessagePage';

/** The end, after a person was forgotten. From here on the page begins anew. */
export function ForgottenPage() {
  const { t } = useTranslation();
  // What was on the screen may have written something when it ended.
  useEffect(() => {
    forgetAllKept();
    clearStored();
  }, []);
  return (
    <MessagePage
      icon={<Leaf className="size-7" aria-hidden="true" />}
      title={t('kept.doneTitle')}
      text={t('kept.doneText')}
    >
      <a href="/" className={buttonClass('primary')} data-testid="forgotten-home">
        {t('common.home')}
      </a>
    </MessagePage>
  );
}
