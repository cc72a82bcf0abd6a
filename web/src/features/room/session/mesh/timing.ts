import { backoff } from '@/realtime/backoff';

/** A call that nobody has answered by then is given up; the next one waits longer, for a page or a machine may be slow. */
export const UNANSWERED_LIMIT_MS = 10_000;
/** An answered call is connecting: ICE itself says 'failed' sooner than this, and starting over would only cost more. */
export const CONNECTING_LIMIT_MS = 30_000;
/** ICE often recovers by itself from 'disconnected'; later than this it seldom does. */
export const INTERRUPTION_LIMIT_MS = 6_000;
/** How long the side that is called waits for its caller before it calls itself. */
export const PATIENCE_MS = 10_000;
/** A plain client that was here first calls at once, if its page knows of us at all. */
export const PLAIN_PATIENCE_MS = 4_000;
/** A call without the stream that a publisher owes is formed anew. */
export const STREAM_LIMIT_MS = 3_000;
/** Who hangs up is mostly leaving; the server says so a moment later. */
export const HANG_UP_PAUSE_MS = 700;
/** An interruption that lasts is shown as failed, though the healing goes on. */
export const SHOWN_AS_INTERRUPTED_MS = 15_000;
export const SHOWN_AS_CONNECTING_MS = 20_000;
/** A shared screen that froze this long goes away; its sharer calls again when it can. */
export const SCREEN_LOST_LIMIT_MS = 30_000;
/** Calls of people whom the server has not told us of yet. */
export const HOLD_LIMIT_MS = 10_000;
export const HELD_CALLS_MAX = 32;

export function pendingLimit(call: { outgoing: boolean; answered: boolean }, failures: number): number {
  if (!call.outgoing || call.answered) return CONNECTING_LIMIT_MS;
  return Math.min(CONNECTING_LIMIT_MS, UNANSWERED_LIMIT_MS * 1.5 ** Math.max(0, failures - 1));
}

export function retryDelay(failures: number, random: () => number): number {
  return backoff(Math.max(0, failures - 1), 700, 8_000, random);
}
