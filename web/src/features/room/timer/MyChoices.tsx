import { Volume2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { CheckChoice } from '@/shared/ui/CheckChoice';
import { useTimerChoices } from './choices';
import { NotificationChoice } from './NotificationChoice';
import { chime } from './signals/chime';

/** What this person wants; nobody else sees any of it. */
export function MyChoices() {
  const { t } = useTranslation();
  const { giveBack, sound, choose } = useTimerChoices();
  return (
    <div className="grid gap-1">
      <CheckChoice
        label={t('timer.giveBack')}
        text={t('timer.giveBackText')}
        checked={giveBack}
        testId="timer-give-back"
        onChoose={(checked) => choose({ giveBack: checked })}
      />
      <CheckChoice
        label={t('timer.sound')}
        checked={sound}
        testId="timer-sound"
        onChoose={(checked) => choose({ sound: checked })}
      />
      {sound && <Volume />}
      <NotificationChoice />
    </div>
  );
}

function Volume() {
  const { t } = useTranslation();
  const { volume, choose } = useTimerChoices();
  const id = useId();
  return (
    <div className="flex items-center gap-2 pb-2 pl-8">
      <label htmlFor={id} className="sr-only">
        {t('timer.volume')}
      </label>
      <input
        id={id}
        type="range"
        min={5}
        max={100}
        step={5}
        value={Math.round(volume * 100)}
        onChange={({ target }) => choose({ volume: Number(target.value) / 100 })}
        data-testid="timer-volume"
        className="h-11 min-w-0 flex-1 accent-accent"
      />
      <Button data-testid="timer-try-sound" onClick={() => chime('focus', volume)}>
        <Volume2 className="size-4.5" aria-hidden="true" />
        {t('timer.trySound')}
      </Button>
    </div>
  );
}
