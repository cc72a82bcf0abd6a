import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '@/shared/hooks/useMediaQuery';
import { useSession } from '../session-context';
import { clockText, remainingAt } from './clock';
import { LastDoing } from './LastDoing';
import type { TimerState } from './model';
import { drawRing } from './ring-drawing';
import { tones } from './tones';
import { useShownSeconds } from './useShownSeconds';

/** The ring with the time in it. */
export function Face({ timer }: { timer: TimerState }) {
  const { t } = useTranslation();
  const { phase, round, settings, paused, next } = timer;
  const shownPhase = phase === 'idle' ? next : phase;
  return (
    <div className="mx-auto w-full max-w-56 py-2 text-center" data-testid="timer-face" data-phase={phase}>
      <div className="relative aspect-square">
        <Ring timer={timer} />
        <div className="absolute inset-0 grid place-content-center gap-0.5">
          <p className={`text-sm font-semibold ${tones[phase].text}`} data-testid="timer-phase">
            {phase === 'idle'
              ? t('timer.upNext', { phase: t(`timer.phase.${shownPhase}`) })
              : paused
                ? t('timer.pausedPhase', { phase: t(`timer.phase.${shownPhase}`) })
                : t(`timer.phase.${shownPhase}`)}
          </p>
          <Time timer={timer} />
          <p className="text-sm text-muted" data-testid="timer-round">
            {t('timer.round', { round, rounds: settings.rounds })}
          </p>
        </div>
      </div>
      <LastDoing timer={timer} />
    </div>
  );
}

function Ring({ timer }: { timer: TimerState }) {
  const session = useSession();
  const ring = useRef<SVGCircleElement>(null);
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  useEffect(() => {
    if (ring.current === null) return undefined;
    return drawRing(ring.current, timer, { now: () => session.serverNow(), still });
  }, [timer, session, still]);
  return (
    <svg
      viewBox="0 0 200 200"
      className="size-full -rotate-90"
      aria-hidden="true"
      data-testid="timer-ring"
      data-paused={timer.paused}
    >
      <circle cx="100" cy="100" r="92" fill="none" strokeWidth="8" className="stroke-line" />
      <circle
        ref={ring}
        cx="100"
        cy="100"
        r="92"
        fill="none"
        strokeWidth="8"
        strokeLinecap="round"
        pathLength="1"
        strokeDasharray="1 1"
        className={`${tones[timer.phase].stroke} ${timer.paused ? 'opacity-50' : ''}`}
      />
    </svg>
  );
}

/** The time left, or how long what comes next will be. */
function Time({ timer }: { timer: TimerState }) {
  const session = useSession();
  const seconds = useShownSeconds(timer);
  const shown = seconds ?? timer.settings[timer.next] * 60;
  const element = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Exact to the millisecond of the drawing, for who compares two pages.
    const left = remainingAt(timer, session.serverNow());
    if (element.current) element.current.dataset.remaining = left === null ? '' : String(left);
  }, [timer, session, seconds]);
  return (
    <p
      ref={element}
      role="timer"
      aria-live="off"
      className="text-5xl font-semibold tracking-tight tabular-nums"
      data-testid="timer-time"
    >
      {clockText(shown)}
    </p>
  );
}
