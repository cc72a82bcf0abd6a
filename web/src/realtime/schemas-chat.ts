import { z } from '@/shared/schema';
import { refusalSchema } from './schemas-refusal';

/** The chat as the server tells it. A message's number is that of the event that sent it. */

const MENTIONS_MAX = 20;
const REACTIONS_MAX = 64;
const REACTING_MAX = 500;
const HISTORY_PAGE_MAX = 100;

const memberId = z.string().min(1).max(256);
const messageId = z.number().int().positive();
const time = z.number().nonnegative();
const text = z.string().max(16_000);
const name = z
  .string()
  .max(256)
  .nullish()
  .transform((given) => given ?? '');
const reactions = z
  .record(z.string().min(1).max(64), z.array(memberId).max(REACTING_MAX))
  .refine((given) => Object.keys(given).length <= REACTIONS_MAX, 'too many reactions');

/** What of a message can change after it was sent. */
const present = {
  text: text.catch(''),
  name,
  replyTo: messageId.nullish(),
  mentions: z.array(memberId).max(MENTIONS_MAX).nullish(),
  editedAt: time.nullish(),
  deleted: z.boolean().nullish(),
  reactions: reactions.nullish(),
};

export const chatMessageSchema = z
  .object({ messageId, at: time, by: memberId, ...present })
  .transform((message) => ({
    ...message,
    replyTo: message.replyTo ?? null,
    mentions: message.mentions ?? [],
    editedAt: message.editedAt ?? null,
    deleted: message.deleted ?? false,
    reactions: message.reactions ?? {},
  }));

export const chatViewSchema = z.object({
  messages: z.array(chatMessageSchema).max(HISTORY_PAGE_MAX),
  more: z.boolean(),
  read: z.number().int().nonnegative().catch(0),
});

/** A `chat-sent` that is read later carries what became of the message meanwhile; what was deleted carries no text. */
export const chatBodies = [
  z.object({ type: z.literal('chat-sent'), ...present }),
  z.object({
    type: z.literal('chat-edited'),
    messageId,
    text: text.optional(),
    editedAt: time.optional(),
  }),
  z.object({ type: z.literal('chat-deleted'), messageId }),
  z.object({
    type: z.literal('chat-reacted'),
    messageId,
    reactions: reactions.nullish().transform((given) => given ?? {}),
  }),
] as const;

export const chatHistorySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    messages: z.array(chatMessageSchema).max(HISTORY_PAGE_MAX),
    more: z.boolean(),
  }),
  refusalSchema,
]);

export const chatReadSchema = z.object({ seq: z.number().int().nonnegative() });

export type ChatMessage = z.infer<typeof chatMessageSchema>;
export type ChatView = z.infer<typeof chatViewSchema>;
