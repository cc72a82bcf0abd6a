import { useTranslation } from 'react-i18next';
import { CheckChoice } from '@/shared/ui/CheckChoice';
import { useRoom, useSession } from '../session-context';
import type { TimerState } from './model';
import { timerObstacle } from './permission';

/** What holds for everyone's timer in this room. */
export function RoomChoices({ timer }: { timer: TimerState }) {
  const { t } = useTranslation();
  const session = useSession();
  const blocked = useRoom((state) => timerObstacle(state) !== null);
  return (
    <>
      {(['autoAdvance', 'quietFocus'] as const).map((choice) => (
        <CheckChoice
          key={choice}
          label={t(`timer.${choice}`)}
          text={t(`timer.${choice}Text`)}
          checked={timer.settings[choice]}
          disabled={blocked}
          testId={`timer-${choice}`}
          onChoose={(checked) => void session.send('timer-configure', { [choice]: checked })}
        />
      ))}
    </>
  );
}
