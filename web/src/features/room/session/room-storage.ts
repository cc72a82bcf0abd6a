import { pendingCommandsSchema, type PendingCommand } from '@/realtime/outbox';
import type { Position } from '@/realtime/room-log';
import { roomMemory } from '@/shared/room-memory';
import { memberStatusSchema } from '@/realtime/schemas';
import { z } from '@/shared/schema';
import type { StatusMemory } from './own-presence';

/** Where unsent commands outlive a reload of the page. */
export interface OutboxStorage {
  read(): readonly PendingCommand[];
  write(commands: readonly PendingCommand[]): void;
}

/** Where this browser keeps how far its person has read the chat. */
export interface ReadMark {
  read(): Position | null;
  write(mark: Position): void;
}

/** What the browser keeps of one room. */
export interface RoomStorage {
  outbox: OutboxStorage;
  /** Of what is our person's alone. */
  ownOutbox: OutboxStorage;
  readMark: ReadMark;
  status: StatusMemory;
}

const MARKS_MAX = 50;
const marks = roomMemory(
  'focusly.chat-read',
  z.object({ epoch: z.string(), seq: z.number().int().nonnegative() }),
  MARKS_MAX,
);

export function browserStorage(roomId: string): RoomStorage {
  return {
    outbox: tabOutbox(`focusly.outbox.${roomId}`),
    ownOutbox: tabOutbox(`focusly.own-outbox.${roomId}`),
    readMark: { read: () => marks.read(roomId), write: (mark) => marks.write(roomId, mark) },
    status: tabStatus(`focusly.status.${roomId}`),
  };
}

/** Kept for this tab alone. A full or forbidden storage is no reason to fail: the page still has them. */
function tabOutbox(key: string): OutboxStorage {
  return {
    read: () => {
      try {
        return pendingCommandsSchema.parse(JSON.parse(sessionStorage.getItem(key) ?? '[]'));
      } catch {
        return [];
      }
    },
    write: (commands) => {
      try {
        if (commands.length === 0) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(commands));
      } catch {
        return;
      }
    },
  };
}

/** Kept for this tab alone, as the outbox is. */
function tabStatus(key: string): StatusMemory {
  return {
    read: () => {
      try {
        return memberStatusSchema.safeParse(sessionStorage.getItem(key)).data ?? null;
      } catch {
        return null;
      }
    },
    write: (status) => {
      try {
        if (status === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, status);
      } catch {
        return;
      }
    },
  };
}
