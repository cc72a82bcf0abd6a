import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** A browser that has not read what it keeps by then keeps nothing. */
const READ_WITHIN_MS = 2_000;

/** What this browser keeps of a document, as long as it does: it may forbid that, or have it deleted at any time. */
export interface KeptDocument {
  /** What was kept is in the document; or it will not be. */
  read: Promise<void>;
  close(): void;
}

export function keepDocument(name: string, doc: Y.Doc): KeptDocument {
  let kept: IndexeddbPersistence | null = null;
  let closed = false;
  const close = (): void => {
    closed = true;
    void kept?.destroy().catch(() => undefined);
    kept = null;
  };
  const read = async (): Promise<void> => {
    if (!(await isAllowed(name)) || closed) return;
    const opened = new IndexeddbPersistence(name, doc);
    kept = opened;
    const store = opened._storeUpdate;
    doc.off('update', store);
    // It throws once the database is closed, and whoever listens after it would hear of no update any more.
    opened._storeUpdate = (update: Uint8Array, origin: unknown): void => {
      try {
        store(update, origin);
      } catch {
        close();
      }
    };
    doc.on('update', opened._storeUpdate);
    await opened.whenSynced;
  };
  return {
    read: Promise.race([read(), new Promise<void>((resolve) => setTimeout(resolve, READ_WITHIN_MS))]),
    close,
  };
}

/** Whether there is a place for it: a private window may have none. */
function isAllowed(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(name);
      // Made as whoever uses it makes it.
      request.onupgradeneeded = () => {
        request.result.createObjectStore('updates', { autoIncrement: true });
        request.result.createObjectStore('custom');
      };
      request.onsuccess = () => {
        request.result.close();
        resolve(true);
      };
      request.onerror = () => resolve(false);
      request.onblocked = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
}
