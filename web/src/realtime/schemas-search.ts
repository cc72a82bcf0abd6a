import { z } from '@/shared/schema';
import { refusalSchema } from './schemas-refusal';

/** What a room wrote, as the server finds it. */

const FINDS_MAX = 100;

const excerpt = z.string().max(1_000);

const noteFindSchema = z.object({
  noteId: z.number().int().positive(),
  title: z.string().max(1_000),
  excerpt,
});

const messageFindSchema = z.object({
  messageId: z.number().int().positive(),
  at: z.number().nonnegative(),
  name: z.string().max(1_000),
  excerpt,
});

export const searchSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    notes: z.array(noteFindSchema).max(FINDS_MAX),
    chat: z.array(messageFindSchema).max(FINDS_MAX),
    /** Not all was looked at. */
    more: z.boolean(),
  }),
  refusalSchema,
]);

export type SearchAnswer = z.infer<typeof searchSchema>;
export type Finds = Extract<SearchAnswer, { ok: true }>;
