import { z } from '@/shared/schema';

/** Where somebody is in a note, as their page says it. What is not as it should be must not reach the editor. */

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const id = z.object({ client: count, clock: count }).nullish();
const place = z
  .object({
    type: id,
    // A document's root is made by naming it: none but the note's own may be.
    tname: z.literal('default').nullish(),
    item: id,
    assoc: z.number().int().optional(),
  })
  .refine(({ type, tname, item }) => Boolean(type ?? item ?? tname));

const presenceSchema = z.object({
  user: z.object({
    name: z.string().max(200).catch(''),
    memberId: z.string().max(256).catch(''),
    color: z
      .string()
      .regex(/^#[\da-f]{6}$/i)
      .catch('#14624f'),
  }),
  cursor: z.object({ anchor: place, head: place }).nullish().catch(null),
});

/** What of a state of awareness may be shown; null where nothing may. */
export function presenceOf(state: unknown): unknown {
  return presenceSchema.safeParse(state).data ?? null;
}
