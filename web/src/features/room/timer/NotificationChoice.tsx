import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { CheckChoice } from '@/shared/ui/CheckChoice';
import { useTimerChoices } from './choices';
import { askToNotify, notificationPermission } from './signals/system-notice';

/** The system's notifications. The browser's question for them is asked by the button here and by nothing else. */
export function NotificationChoice() {
  const { t } = useTranslation();
  const { notify, choose } = useTimerChoices();
  const [permission, setPermission] = useState(notificationPermission);
  const ask = async (): Promise<void> => {
    const answer = await askToNotify();
    setPermission(answer);
    if (answer === 'granted') choose({ notify: true });
  };
  switch (permission) {
    case 'granted':
      return (
        <CheckChoice
          label={t('timer.notify')}
          checked={notify}
          testId="timer-notify"
          onChoose={(checked) => choose({ notify: checked })}
        />
      );
    case 'default':
      return (
        <div className="grid gap-2 py-2">
          <p className="text-sm text-muted">{t('timer.notifyText')}</p>
          <Button data-testid="timer-allow-notifications" onClick={() => void ask()}>
            <Bell className="size-4.5" aria-hidden="true" />
            {t('timer.notifyAllow')}
          </Button>
        </div>
      );
    case 'denied':
    case 'unsupported':
      return (
        <p className="py-2 text-sm text-muted" data-testid="timer-no-notifications">
          {t(permission === 'denied' ? 'timer.notifyDenied' : 'timer.notifyUnsupported')}
        </p>
      );
  }
}
