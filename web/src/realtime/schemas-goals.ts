import { z } from '@/shared/schema';

/** What members work on in a session, as the server tells it. A goal's number is that of the event that set it. */

export const GOALS_MAX = 200;

const memberId = z.string().min(1).max(256);
const goalId = z.number().int().positive();
const time = z.number().nonnegative();
const text = z.string().max(2_000);
const name = z
  .string()
  .max(256)
  .nullish()
  .transform((given) => given ?? '');
const outcome = z.enum(['done', 'partly', 'not']);

export const goalSchema = z
  .object({
    goalId,
    memberId,
    name,
    text,
    at: time,
    outcome: outcome.nullish(),
    word: text.nullish(),
    closedAt: time.nullish(),
  })
  .transform((goal) => ({
    ...goal,
    outcome: goal.outcome ?? null,
    word: goal.word ?? '',
    closedAt: goal.closedAt ?? null,
  }));

export const goalsViewSchema = z.object({ goals: z.array(goalSchema).max(GOALS_MAX) });

/** Of an event that is too old nothing but its type is left; what it was about is forgotten as well. */
export const goalBodies = [
  z.object({ type: z.literal('goal-set'), name, text: text.optional() }),
  z.object({ type: z.literal('goal-changed'), goalId: goalId.optional(), text: text.optional() }),
  z.object({
    type: z.literal('goal-closed'),
    goalId: goalId.optional(),
    outcome: outcome.optional(),
    text: text.optional(),
  }),
] as const;

export type Goal = z.infer<typeof goalSchema>;
export type GoalsView = z.infer<typeof goalsViewSchema>;
export type Outcome = z.infer<typeof outcome>;
