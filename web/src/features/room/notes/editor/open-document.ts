import { Awareness } from 'y-protocols/awareness';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { forgetKept, keepNote } from '@/shared/kept/kept-notes';
import { NoteSync, type NoteStatus } from '../note-sync';
import type { NoteChannel, NoteListener } from '../../session/note-channels';

/** A browser that has not read what it keeps by then keeps nothing. */
const KEPT_WITHIN_MS = 2_000;

export interface OpenDocument {
  doc: Y.Doc;
  awareness: Awareness;
}

interface OpenOptions {
  roomId: string;
  /** Numbers of notes belong to it. */
  epoch: string;
  noteId: number;
  open: (noteId: number, listener: NoteListener) => NoteChannel;
  /** What this browser kept is in it; what the server has comes. */
  opened: (document: OpenDocument) => void;
  changed: (status: NoteStatus) => void;
}

/**
 * A note's document: what this browser kept of it first, then in step with the server's.
 *
 * @returns what closes it
 */
export function openDocument({ roomId, epoch, noteId, open, opened, changed }: OpenOptions): () => void {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const name = keepNote(roomId, epoch, noteId);
  const kept = keeping(name, doc);
  let sync: NoteSync | null = null;
  let closed = false;
  const closeKept = (forgotten: boolean): void => {
    void kept?.destroy().catch(() => undefined);
    if (forgotten) forgetKept(name);
  };
  void Promise.race([kept?.whenSynced, pause(KEPT_WITHIN_MS)]).then(() => {
    if (closed) return;
    opened({ doc, awareness });
    sync = new NoteSync({
      doc,
      awareness,
      open: (listener) => open(noteId, listener),
      newUploadId: () => crypto.randomUUID(),
      changed: (status) => {
        if (status === 'gone') closeKept(true);
        changed(status);
      },
    });
  });
  return () => {
    closed = true;
    sync?.end();
    awareness.destroy();
    closeKept(false);
    doc.destroy();
  };
}

/** A private window may keep nothing: then the page alone has what the server has not. */
function keeping(name: string, doc: Y.Doc): IndexeddbPersistence | null {
  try {
    return new IndexeddbPersistence(name, doc);
  } catch {
    return null;
  }
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
