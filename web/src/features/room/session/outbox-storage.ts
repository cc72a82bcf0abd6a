import { pendingCommandsSchema, type PendingCommand } from '@/realtime/outbox';

/** Where unsent commands outlive a reload of the page. */
export interface OutboxStorage {
  read(): readonly PendingCommand[];
  write(commands: readonly PendingCommand[]): void;
}

/** Kept for this tab and this room. A full or forbidden storage is no reason to fail: the page still has them. */
export function tabStorage(roomId: string): OutboxStorage {
  const key = `focusly.outbox.${roomId}`;
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
