import { ClockPlus, FastForward, Pause, Play, RotateCcw, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '@/shared/ui/Button';
import { useRoom, useSession } from '../session-context';
import { mainCommand } from './commands';
import type { TimerState } from './model';
import { timerObstacle } from './permission';

const EXTENSION_MINUTES = 5;
const PHASES = ['focus', 'shortBreak', 'longBreak'] as const;
const icons = { 'timer-start': Play, 'timer-pause': Pause, 'timer-resume': Play } as const;

interface Control {
  testId: string;
  icon: LucideIcon;
  label: string;
  event: string;
  payload?: Record<string, unknown>;
}

/** What can be done with the timer as it stands; who may not is told why. */
export function Controls({ timer }: { timer: TimerState }) {
  const { t } = useTranslation();
  const reasonId = useId();
  const obstacle = useRoom(timerObstacle);
  const main = mainCommand(timer);
  const label = {
    'timer-start': t('timer.start', { phase: t(`timer.phase.${timer.next}`) }),
    'timer-pause': t('timer.pause'),
    'timer-resume': t('timer.resume'),
  }[main];
  const describedBy = obstacle === null ? undefined : reasonId;
  return (
    <div role="group" aria-label={t('timer.controls')} className="grid gap-2">
      <ControlButton
        control={{ testId: 'timer-main', icon: icons[main], label, event: main }}
        main
        describedBy={describedBy}
      />
      {timer.phase === 'idle' ? (
        <IdleControls timer={timer} describedBy={describedBy} />
      ) : (
        <RunningControls describedBy={describedBy} />
      )}
      {obstacle !== null && (
        <p id={reasonId} className="text-center text-sm text-muted" data-testid="timer-obstacle">
          {t(`timer.obstacle.${obstacle}`)}
        </p>
      )}
    </div>
  );
}

interface GroupProps {
  describedBy: string | undefined;
}

function RunningControls({ describedBy }: GroupProps) {
  const { t } = useTranslation();
  const controls: Control[] = [
    { testId: 'timer-skip', icon: FastForward, label: t('timer.skip'), event: 'timer-skip' },
    {
      testId: 'timer-extend',
      icon: ClockPlus,
      label: t('timer.extend', { minutes: EXTENSION_MINUTES }),
      event: 'timer-extend',
      payload: { minutes: EXTENSION_MINUTES },
    },
    { testId: 'timer-reset', icon: RotateCcw, label: t('timer.reset'), event: 'timer-reset' },
  ];
  return (
    <div className="grid grid-cols-3 gap-2">
      {controls.map((control) => (
        <ControlButton key={control.testId} control={control} describedBy={describedBy} />
      ))}
    </div>
  );
}

/** The other phases, and the way back to the first round. */
function IdleControls({ timer, describedBy }: GroupProps & { timer: TimerState }) {
  const { t } = useTranslation();
  const controls: Control[] = PHASES.filter((phase) => phase !== timer.next).map((phase) => ({
    testId: `timer-start-${phase}`,
    icon: Play,
    label: t(`timer.phase.${phase}`),
    event: 'timer-start',
    payload: { phase },
  }));
  if (timer.round > 1 || timer.next !== 'focus')
    controls.push({ testId: 'timer-reset', icon: RotateCcw, label: t('timer.reset'), event: 'timer-reset' });
  return (
    <div className={`grid gap-2 ${controls.length > 2 ? 'grid-cols-3' : 'grid-cols-2'}`}>
      {controls.map((control) => (
        <ControlButton key={control.testId} control={control} describedBy={describedBy} />
      ))}
    </div>
  );
}

function ControlButton({
  control: { testId, icon: Icon, label, event, payload = {} },
  main = false,
  describedBy,
}: GroupProps & { control: Control; main?: boolean }) {
  const session = useSession();
  return (
    <button
      type="button"
      data-testid={testId}
      disabled={describedBy !== undefined}
      aria-describedby={describedBy}
      aria-keyshortcuts={main ? 'K' : undefined}
      onClick={() => void session.send(event, payload)}
      className={buttonClass(
        main ? 'primary' : 'secondary',
        main ? 'min-h-12 w-full' : 'flex-col gap-0.5 px-1 py-1.5 text-xs leading-tight',
      )}
    >
      <Icon className={main ? 'size-5' : 'size-4.5'} aria-hidden="true" />
      {label}
    </button>
  );
}
