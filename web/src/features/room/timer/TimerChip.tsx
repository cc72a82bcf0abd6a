import { Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../session-context';
import { togglePanel, useRoomView, useRoomViewStore } from '../room-view';
import { clockText } from './clock';
import type { TimerState } from './model';
import { timerPanelId } from './panel-id';
import { tones } from './tones';
import { useShownSeconds } from './useShownSeconds';

/** The timer in small, while a phase is under way; it leads to the panel. */
export function TimerChip() {
  const timer = useRoom((state) => state.timer);
  if (timer === null || timer.phase === 'idle') return null;
  return <Chip timer={timer} phase={timer.phase} />;
}

function Chip({ timer, phase }: { timer: TimerState; phase: Exclude<TimerState['phase'], 'idle'> }) {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const open = useRoomView((state) => state.panels.includes(timerPanelId));
  const seconds = useShownSeconds(timer) ?? 0;
  return (
    <button
      type="button"
      data-testid="timer-chip"
      data-phase={phase}
      data-paused={timer.paused}
      aria-expanded={open}
      onClick={() => view.setState((state) => togglePanel(state, timerPanelId))}
      className="flex min-h-11 items-center gap-2 rounded-full border border-line bg-surface py-1 pr-4 pl-3.5 text-sm hover:border-control"
    >
      {timer.paused ? (
        <Pause className={`size-4 ${tones[phase].text}`} aria-hidden="true" />
      ) : (
        <span className={`size-2.5 rounded-full ${tones[phase].dot}`} aria-hidden="true" />
      )}
      <span className="font-semibold tabular-nums" data-testid="timer-chip-time">
        {clockText(seconds)}
      </span>{' '}
      <span className="text-muted">{t(`timer.phase.${phase}`)}</span>{' '}
      <span className="sr-only">{t(timer.paused ? 'timer.chipPaused' : 'timer.chip')}</span>
    </button>
  );
}
