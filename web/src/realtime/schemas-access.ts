import { z } from '@/shared/schema';

/** Who may do what in the room, as the server tells it. */

const OWNERS_MAX = 100;
const BANNED_MAX = 1_000;
const WAITING_MAX = 1_000;

const memberId = z.string().min(1).max(256);
const name = z
  .string()
  .max(256)
  .nullish()
  .transform((given) => given ?? '');
const who = z.enum(['everyone', 'owner']);

const settingsSchema = z.object({
  timer: who,
  chat: who,
  screen: who,
  unmute: z.boolean(),
  locked: z.boolean(),
  entry: z.enum(['free', 'admission']),
});

/** What holds in a room that nobody has set up. */
export const OPEN_SETTINGS: AccessSettings = {
  timer: 'everyone',
  chat: 'everyone',
  screen: 'everyone',
  unmute: true,
  locked: false,
  entry: 'free',
};

const member = { memberId, name };

export const accessViewSchema = z.object({
  /** what its owner called it */
  name,
  createdAt: z
    .number()
    .nullish()
    .transform((at) => at ?? null),
  template: z
    .string()
    .nullish()
    .transform((template) => template ?? null),
  owners: z.array(memberId).max(OWNERS_MAX).default([]),
  settings: settingsSchema.default(() => OPEN_SETTINGS),
  banned: z.array(z.object(member)).max(BANNED_MAX).default([]),
});

export const accessBodies = [
  z.object({
    type: z.literal('room-created'),
    template: z.string().nullish(),
    name,
    settings: settingsSchema,
    owner: memberId.nullish(),
  }),
  z.object({ type: z.literal('room-configured'), settings: settingsSchema }),
  z.object({ type: z.literal('member-admitted'), ...member }),
  z.object({ type: z.literal('member-removed'), ...member }),
  z.object({ type: z.literal('member-banned'), ...member }),
  z.object({ type: z.literal('member-unbanned'), memberId }),
  z.object({ type: z.literal('owner-handed-over'), memberId, from: memberId }),
  z.object({ type: z.literal('owner-added'), memberId }),
] as const;

/** Somebody at the door; only owners hear of it. */
export const waitingSchema = z.object({ ...member, since: z.number().nonnegative() });
export const waitingListSchema = z.array(waitingSchema).max(WAITING_MAX);
export const waitingGoneSchema = z.object({ memberId });

export type AccessSettings = z.infer<typeof settingsSchema>;
export type AccessView = z.infer<typeof accessViewSchema>;
export type Waiting = z.infer<typeof waitingSchema>;
