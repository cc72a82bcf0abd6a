import { z } from './schema';
import { create } from 'zustand';
import { isRoomId } from './room-id';
import { readStored, writeStored } from './storage';

/** As many as fit on a screen; older ones fall off the end. */
export const recentRoomsLimit = 12;

const key = 'focusly.recent-rooms';
const schema = z
  .array(
    z.object({ roomId: z.string().refine(isRoomId), at: z.number(), name: z.string().max(256).optional() }),
  )
  .max(recentRoomsLimit);

export type RecentRoom = z.infer<typeof schema>[number];

/** Most recent first, each room once, with the name that is known of it. */
export function withRoom(rooms: RecentRoom[], roomId: string, at: number): RecentRoom[] {
  const known = rooms.find((room) => room.roomId === roomId);
  return [{ ...known, roomId, at }, ...rooms.filter((room) => room.roomId !== roomId)].slice(
    0,
    recentRoomsLimit,
  );
}

interface RecentRoomsStore {
  rooms: RecentRoom[];
  remember: (roomId: string) => void;
  /** A room that is remembered is called this; nothing is told of one without a name. */
  named: (roomId: string, name: string) => void;
  remove: (roomId: string) => void;
  clear: () => void;
}

/** The rooms this browser has been in; known to nobody else. */
export const useRecentRooms = create<RecentRoomsStore>((set, get) => {
  const keep = (rooms: RecentRoom[]): void => {
    writeStored(key, rooms);
    set({ rooms });
  };
  return {
    rooms: readStored(key, schema, []),
    remember: (roomId) => keep(withRoom(get().rooms, roomId, Date.now())),
    named: (roomId, name) => {
      const called = name === '' ? undefined : name;
      if (get().rooms.some((room) => room.roomId === roomId && room.name !== called))
        keep(get().rooms.map((room) => (room.roomId === roomId ? { ...room, name: called } : room)));
    },
    remove: (roomId) => keep(get().rooms.filter((room) => room.roomId !== roomId)),
    clear: () => keep([]),
  };
});
