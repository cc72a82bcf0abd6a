import { z } from '@/shared/schema';
import { requestJson } from './http';
import { isRoomId } from '@/shared/room-id';

const roomId = z.string().refine(isRoomId);
const createdRoomSchema = z.object({ roomId });
const roomInfoSchema = z.object({ roomId, members: z.number().int().nonnegative() });

export type RoomInfo = z.infer<typeof roomInfoSchema>;

export function createRoom(): Promise<{ roomId: string }> {
  return requestJson('/api/rooms', createdRoomSchema, { method: 'POST' });
}

/** How many are in a room; any valid id has an answer, an empty room's is 0. */
export function roomInfo(roomId: string, signal: AbortSignal): Promise<RoomInfo> {
  return requestJson(`/api/rooms/${encodeURIComponent(roomId)}`, roomInfoSchema, { signal });
}
