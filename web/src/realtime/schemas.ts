import { z } from '@/shared/schema';
import { waitingListSchema } from './schemas-access';
import { refusalSchema } from './schemas-refusal';

/** Everything the server may say to us, checked at the edge. Unknown fields are dropped, so a newer server is understood. */

/** A room holds 100 members of 5 connections; a list longer than this is not from our server. */
const MEMBERS_MAX = 500;
const CONNECTIONS_MAX = 50;

const userId = z.string().min(1).max(128);
const time = z.number().nonnegative();

export const mediaStateSchema = z.object({
  mic: z.boolean(),
  camera: z.boolean(),
  screen: z.boolean(),
  hand: z.boolean(),
});

export const connectionSchema = z.object({
  userId,
  protocol: z.number().int().nonnegative(),
  joinedAt: time,
  publisher: z.boolean(),
  media: mediaStateSchema,
});

export const memberStatusSchema = z.enum(['focusing', 'available', 'break', 'away']);

export const memberSchema = z.object({
  memberId: z.string().min(1).max(256),
  name: z
    .string()
    .max(256)
    .nullish()
    .transform((name) => name ?? ''),
  // A role that we do not know gives no rights here: the server decides them anyway.
  role: z.enum(['owner', 'member', 'guest']).catch('guest'),
  joinedAt: time,
  status: memberStatusSchema.optional().catch(undefined),
  handRaisedAt: time.nullish(),
  connections: z.array(connectionSchema).max(CONNECTIONS_MAX),
});

export const iceServerSchema = z
  .object({
    urls: z.union([z.string(), z.array(z.string()).max(16)]),
    username: z.string().optional(),
    credential: z.string().optional(),
  })
  .transform(({ urls, username, credential }): RTCIceServer =>
    username === undefined || credential === undefined ? { urls } : { urls, username, credential },
  );

export const joinAckSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    serverTime: time,
    /** Without an epoch the server keeps no log of this room. */
    epoch: z.string().max(256).optional(),
    seq: z.number().int().nonnegative().default(0),
    /** Whether the missed events come with it, and not the state. */
    resumed: z.boolean().default(false),
    events: z.array(z.unknown()).default([]),
    more: z.boolean().default(false),
    // Each feature's view passes its own schema, so that one that we cannot read leaves the others.
    room: z.unknown().optional(),
    chat: z.unknown().optional(),
    timer: z.unknown().optional(),
    goals: z.unknown().optional(),
    standup: z.unknown().optional(),
    tasks: z.unknown().optional(),
    notes: z.unknown().optional(),
    waiting: waitingListSchema.catch([]).default([]),
    you: z.object({ memberId: z.string(), userId }),
    members: z.array(memberSchema).max(MEMBERS_MAX),
    iceServers: z.array(iceServerSchema).max(16).catch([]),
    iceServersExpireAt: time.nullish(),
    limits: z.object({
      members: z.number().int().positive(),
      videoPublishers: z.number().int().nonnegative(),
    }),
  }),
  refusalSchema,
]);

export const plainAckSchema = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), refusalSchema]);
export const clockAckSchema = z.object({ ok: z.literal(true), serverTime: time });
export const userIdSchema = userId;
export const noticeSchema = z.object({
  code: z.string().min(1).max(128),
  message: z.string().max(1024).catch(''),
  /** The member who caused it. */
  by: z.string().max(256).nullish().catch(undefined),
});
export const receiveVideoSchema = z.object({ userId, on: z.boolean() });

export type MemberStatus = z.infer<typeof memberStatusSchema>;
export type Member = z.infer<typeof memberSchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type JoinAck = Extract<z.infer<typeof joinAckSchema>, { ok: true }>;
export type Notice = z.infer<typeof noticeSchema>;
export type ReceiveVideo = z.infer<typeof receiveVideoSchema>;
