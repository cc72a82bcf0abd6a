import { z, type ZodType } from './schema';
import { readStored, writeStored } from './storage';

/** A small thing that this browser keeps for each of the rooms that were visited last. */
export interface RoomMemory<T> {
  read: (roomId: string) => T | null;
  /** Null forgets it. */
  write: (roomId: string, value: T | null) => void;
}

export function roomMemory<T>(key: string, schema: ZodType<T>, roomsMax: number): RoomMemory<T> {
  const all = z.array(z.tuple([z.string(), schema]));
  const read = (): [string, T][] => readStored(key, all, []);
  return {
    read: (roomId) => read().find(([known]) => known === roomId)?.[1] ?? null,
    write: (roomId, value) => {
      const others = read().filter(([known]) => known !== roomId);
      writeStored(key, (value === null ? others : [[roomId, value], ...others]).slice(0, roomsMax));
    },
  };
}
