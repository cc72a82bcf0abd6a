import { z } from '@/shared/schema';
import { parseIncoming } from './parse-incoming';
import { accessBodies } from './schemas-access';
import { chatBodies } from './schemas-chat';
import { goalBodies } from './schemas-goals';
import { historyBodies } from './schemas-history';
import { noteBodies } from './schemas-notes';
import { refusalSchema } from './schemas-refusal';
import { standupBodies } from './schemas-standup';
import { taskBodies } from './schemas-tasks';
import { timerBodies } from './schemas-timer';

/** What the server says about a room's log: its events, and the answers to commands that it journals. */

/** A page of missed events is at most 256 KB, so never as many as this. */
const EVENTS_MAX = 20_000;

const envelopeSchema = z.object({
  seq: z.number().int().positive(),
  at: z.number().nonnegative(),
  by: z.string().max(256),
  type: z.string().min(1).max(128),
  commandId: z.string().max(128).optional(),
});

const bodySchema = z.discriminatedUnion('type', [
  ...chatBodies,
  ...timerBodies,
  ...taskBodies,
  ...noteBodies,
  ...accessBodies,
  ...goalBodies,
  ...standupBodies,
  ...historyBodies,
]);
const known = new Set<string>(bodySchema.options.flatMap((option) => typesOf(option.shape.type)));

type Envelope = Omit<z.infer<typeof envelopeSchema>, 'type'>;
type Body = z.infer<typeof bodySchema>;
/** What this page has no use for: a newer server's event, or one that could not be read. It still has its number. */
interface OtherBody {
  type: 'other';
}

export type RoomEvent = Envelope & (Body | OtherBody);
export type EventOf<Prefix extends string> = Extract<RoomEvent, { type: `${Prefix}-${string}` }>;

/** Whether the event's type begins with one of these words. */
export function isEventOf<Prefix extends string>(
  event: RoomEvent,
  ...prefixes: Prefix[]
): event is EventOf<Prefix> {
  return prefixes.some((prefix) => event.type.startsWith(`${prefix}-`));
}

/** The event, or undefined where not even its number can be read. */
export function parseRoomEvent(value: unknown): RoomEvent | undefined {
  const envelope = parseIncoming(envelopeSchema, value, 'room-event');
  if (envelope === undefined) return undefined;
  const { type, ...rest } = envelope;
  if (!known.has(type)) return { ...rest, type: 'other' };
  return { ...rest, ...(parseIncoming(bodySchema, value, type) ?? { type: 'other' }) };
}

export const catchUpSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), events: z.array(z.unknown()).max(EVENTS_MAX), more: z.boolean() }),
  refusalSchema,
]);

export const answerSchema = z.discriminatedUnion('ok', [
  z.looseObject({ ok: z.literal(true), seq: z.number().int().nonnegative().optional() }),
  refusalSchema,
]);

/** What became of something that was asked of the server. */
export type Answer = z.infer<typeof answerSchema>;
export type CatchUp = z.infer<typeof catchUpSchema>;

function typesOf(type: z.ZodLiteral<string> | z.ZodEnum): string[] {
  return type instanceof z.ZodEnum ? type.options.map(String) : [...type.values];
}
