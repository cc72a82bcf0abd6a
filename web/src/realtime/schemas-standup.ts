import { z } from '@/shared/schema';

/** A stand-up as the server tells it: what members answered, and the round in which they speak in turn. */

export const ANSWERS_MAX = 100;
const SPEAKERS_MAX = 100;

const memberId = z.string().min(1).max(256);
const seq = z.number().int().nonnegative();
const time = z.number().nonnegative();
const text = z.string().max(8_000);
const name = z
  .string()
  .max(256)
  .nullish()
  .transform((given) => given ?? '');

const answerSchema = z.object({
  /** the event that said so */
  seq,
  memberId,
  name,
  yesterday: text,
  today: text,
  blockers: text,
  at: time,
});

const turn = { index: z.number().int().nonnegative(), startedAt: time, endsAt: time };
const order = z.array(memberId).min(1).max(SPEAKERS_MAX);
const seconds = z.number().positive();

const roundSchema = z.object({
  /** the event that began it */
  seq,
  order,
  seconds,
  startedBy: memberId,
  ...turn,
});

export const standupViewSchema = z.object({
  answers: z.array(answerSchema).max(ANSWERS_MAX),
  round: roundSchema.nullable(),
});

/** Of an event that is too old nothing but its type is left. */
export const standupBodies = [
  z.object({
    type: z.literal('standup-answered'),
    name,
    yesterday: text.optional(),
    today: text.optional(),
    blockers: text.optional(),
  }),
  z.object({
    type: z.literal('standup-started'),
    order: order.optional(),
    seconds: seconds.optional(),
    startedAt: time.optional(),
    endsAt: time.optional(),
  }),
  z.object({ type: z.literal('standup-moved'), ...turn }),
  z.object({ type: z.literal('standup-ended') }),
] as const;

export type StandupAnswer = z.infer<typeof answerSchema>;
export type StandupRound = z.infer<typeof roundSchema>;
export type StandupView = z.infer<typeof standupViewSchema>;
