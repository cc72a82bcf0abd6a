import { z, type ZodType } from '@/shared/schema';
import { requestJson } from './http';
import { isRoomId } from '@/shared/room-id';
import type { components } from './schema';

type Schemas = components['schemas'];

/** What the pages need of the contract's schemas. */
export type CreatedRoom = Pick<Schemas['CreatedRoom'], 'roomId'>;
export type RoomInfo = Pick<Schemas['Room'], 'roomId' | 'members'>;

const roomId = z.string().refine(isRoomId);
const createdRoomSchema: ZodType<CreatedRoom> = z.object({ roomId });
const roomInfoSchema: ZodType<RoomInfo> = z.object({ roomId, members: z.number().int().nonnegative() });

export function createRoom(): Promise<CreatedRoom> {
  return requestJson('/api/rooms', createdRoomSchema, { method: 'POST' });
}

/** How many are in a room; any valid id has an answer, an empty room's is 0. */
export function roomInfo(roomId: string, signal: AbortSignal): Promise<RoomInfo> {
  return requestJson(`/api/rooms/${encodeURIComponent(roomId)}`, roomInfoSchema, { signal });
}
