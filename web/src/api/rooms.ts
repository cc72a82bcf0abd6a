import { z, type ZodType } from '@/shared/schema';
import { requestJson } from './http';
import { isRoomId } from '@/shared/room-id';
import type { components } from './schema';

type Schemas = components['schemas'];

/** What the pages need of the contract's schemas. */
export type NewRoom = Schemas['NewRoom'];
export type Template = Schemas['Template'];
export type CreatedRoom = Pick<Schemas['CreatedRoom'], 'roomId' | 'ownerUrl'>;
export type RoomInfo = Pick<Schemas['Room'], 'roomId' | 'members'> & {
  name: string | null;
  template: string | null;
  settings: Pick<Schemas['Settings'], 'locked' | 'entry'> | null;
};

/** As long as somebody waits at most to be known; after that they come in as a guest. */
const introductionMillis = 3_000;

const roomId = z.string().refine(isRoomId);
const createdRoomSchema: ZodType<CreatedRoom> = z.object({ roomId, ownerUrl: z.string().max(1_024) });
const roomInfoSchema: ZodType<RoomInfo> = z.object({
  roomId,
  members: z.number().int().nonnegative(),
  // Nice to know: a room that does not say is an open one without a name.
  name: z.string().nullable().catch(null),
  template: z.string().max(64).nullable().catch(null),
  settings: z
    .object({ locked: z.boolean(), entry: z.enum(['free', 'admission']) })
    .nullable()
    .catch(null),
});

/** Makes a room that belongs to this browser. */
export function createRoom(wanted: NewRoom = {}): Promise<CreatedRoom> {
  return requestJson('/api/rooms', createdRoomSchema, { method: 'POST', body: JSON.stringify(wanted) });
}

/** What a room is like from outside; any valid id has an answer, an empty room's is 0. */
export function roomInfo(roomId: string, signal: AbortSignal): Promise<RoomInfo> {
  return requestJson(`/api/rooms/${encodeURIComponent(roomId)}`, roomInfoSchema, { signal });
}

/**
 * Asks for the room, so that this browser has its cookie when it connects: a connection without one is a guest, whom
 * the next connection would not be known as. A server that does not answer is for the connection to find out.
 */
export async function introduce(roomId: string): Promise<void> {
  await roomInfo(roomId, AbortSignal.timeout(introductionMillis)).catch(() => undefined);
}
