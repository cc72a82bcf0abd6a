import { z } from '@/shared/schema';

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

const refusalSchema = z.object({
  ok: z.literal(false),
  code: z.string(),
  message: z.string().catch(''),
  path: z.string().optional(),
});

export const joinAckSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    serverTime: time,
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
});
export const receiveVideoSchema = z.object({ userId, on: z.boolean() });

export type Member = z.infer<typeof memberSchema>;
export type Connection = z.infer<typeof connectionSchema>;
export type JoinAck = Extract<z.infer<typeof joinAckSchema>, { ok: true }>;
export type Refusal = z.infer<typeof refusalSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type ReceiveVideo = z.infer<typeof receiveVideoSchema>;

/** The parsed value, or undefined after one warning: a malformed message is dropped and never throws into the socket. */
export function parseIncoming<S extends z.ZodType>(
  schema: S,
  value: unknown,
  event: string,
): z.output<S> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.') ?? '';
  // eslint-disable-next-line no-console -- the one trace of a server that speaks another dialect
  console.warn(`Dropped a malformed "${event}" from the server${where === '' ? '' : ` (at ${where})`}.`);
  return undefined;
}
