import type { TimerView } from '@/realtime/schemas-timer';

/** What the timer shows at a moment. Everything follows from `endsAt` and the server's time: nothing here counts. */

const SECOND_MS = 1_000;

/** What is needed of a timer to count down. */
export type Clock = Pick<TimerView, 'endsAt' | 'remaining'>;

/** The milliseconds that the phase has to go; null when there is none. */
export function remainingAt({ endsAt, remaining }: Clock, now: number): number | null {
  if (remaining !== null) return remaining;
  return endsAt === null ? null : Math.max(0, endsAt - now);
}

/** Seconds as they are shown: the last one is over when nothing is left. */
export function shownSeconds(timer: Clock, now: number): number | null {
  const left = remainingAt(timer, now);
  return left === null ? null : Math.ceil(left / SECOND_MS);
}

/** How long the shown seconds stay as they are; null where they stay until something happens. */
export function untilNextSecond({ endsAt }: Clock, now: number): number | null {
  if (endsAt === null || now >= endsAt) return null;
  return (endsAt - now) % SECOND_MS || SECOND_MS;
}

/** `mm:ss`; an hour and more are minutes too. */
export function clockText(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** How much of the phase is left, from 1 to 0. */
export function fractionLeft(timer: TimerView, now: number): number {
  const left = remainingAt(timer, now);
  if (left === null || timer.length === null || timer.length === 0) return 0;
  return Math.min(1, left / timer.length);
}

/** Whether a phase has begun in between; one that was paused or extended goes on. */
export function isNewPhase(before: TimerView | null, after: TimerView): boolean {
  if (after.phase === 'idle') return false;
  if (before?.phase !== after.phase || before.round !== after.round) return true;
  return before.endsAt !== null && after.startedAt !== null && after.startedAt >= before.endsAt;
}
