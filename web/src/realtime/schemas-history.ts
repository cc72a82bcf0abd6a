import { z } from '@/shared/schema';

/** How the server tells that something is over, or of the past and there no more. */
export const historyBodies = [
  /** Everyone had gone: what belongs to a session is over. */
  z.object({ type: z.literal('session-ended') }),
  /** What happened up to this event is too old. */
  z.object({ type: z.literal('history-forgotten'), through: z.number().int().nonnegative() }),
  /** A session was deleted: nothing is left of what was written in it. */
  z.object({
    type: z.literal('session-forgotten'),
    from: z.number().int().nonnegative(),
    through: z.number().int().nonnegative(),
  }),
  /** Somebody wants to be forgotten: nothing is left of what they wrote. */
  z.object({ type: z.literal('member-forgotten'), memberId: z.string().min(1).max(256) }),
] as const;
