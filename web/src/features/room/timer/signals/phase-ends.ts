import type { TimerView } from '@/realtime/schemas-timer';
import { isNewPhase } from '../clock';
import { SYSTEM } from '../model';

/** Tells when a phase has come to its end by itself: once for each phase, and only while it is news. */

/** Whoever opens a laptop after lunch is not rung for what ended during it. */
const NEWS_MS = 30_000;
/** Our idea of the server's clock may be so much behind. */
const TOLERANCE_MS = 1_000;

export interface PhaseWatch {
  timer: TimerView | null;
  /** The phase under way has been told as over. */
  told: boolean;
}

export interface EndedPhase {
  phase: 'focus' | 'shortBreak' | 'longBreak';
  /** What follows. */
  next: 'focus' | 'shortBreak' | 'longBreak';
  /** Whether that has begun already. */
  goesOn: boolean;
}

export interface Moment {
  timer: TimerView | null;
  /** The server's time. */
  now: number;
  /** Without a connection nobody else tells us. */
  connected: boolean;
}

export const NOTHING_WATCHED: PhaseWatch = { timer: null, told: false };

export function watchPhase(
  before: PhaseWatch,
  { timer, now, connected }: Moment,
): { watch: PhaseWatch; ended: EndedPhase | null } {
  const running = before.timer;
  if (running === null || running.phase === 'idle' || timer === null)
    return { watch: { timer, told: false }, ended: null };
  const { phase } = running;
  const isNews = !before.told && isRecent(running.endsAt, now);
  if (timer.phase === 'idle' || isNewPhase(running, timer)) {
    const goesOn = timer.phase !== 'idle';
    const next = timer.phase === 'idle' ? timer.next : timer.phase;
    const ended = isNews && timer.by === SYSTEM ? { phase, next, goesOn } : null;
    return { watch: { timer, told: false }, ended };
  }
  // The same phase, which may have been paused or extended.
  const { endsAt } = timer;
  const alone = !connected && !before.told && endsAt !== null && now >= endsAt && isRecent(endsAt, now);
  return {
    watch: { timer, told: before.told || alone },
    ended: alone ? { phase, next: timer.next, goesOn: false } : null,
  };
}

function isRecent(endsAt: number | null, now: number): boolean {
  return endsAt !== null && now - endsAt >= -TOLERANCE_MS && now - endsAt <= NEWS_MS;
}
