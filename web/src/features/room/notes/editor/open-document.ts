import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { forgetKept, keepNote, markUnsent } from '@/shared/kept/kept-notes';
import { NoteSync, type NoteStatus } from '../note-sync';
import type { RoomSession } from '../../session/types';
import { keepDocument, type KeptDocument } from './kept-document';

/** What is closed before all is sent stays for so long; what is not sent by then is when the room is entered again. */
const LINGER_MS = 60_000;

export interface OpenDocument {
  doc: Y.Doc;
  awareness: Awareness;
  /** Called before what others wrote is in the document. */
  arriving: Set<(update: Uint8Array) => void>;
}

/** Where notes are opened. */
export interface NotePlace {
  roomId: string;
  /** Numbers of notes belong to it. */
  epoch: string;
  session: Pick<RoomSession, 'openNote'>;
}

/** Who looks at a document. */
export interface DocumentUser {
  /** What this browser kept is in it; what the server has comes. */
  opened(document: OpenDocument): void;
  changed(status: NoteStatus): void;
  /** What others wrote is in the document, but could not be shown. */
  failed(): void;
}

/** A document and its way to the server: while somebody looks at it, and until all that they wrote is there. */
class HeldDocument {
  readonly #name: string;
  readonly #doc = new Y.Doc();
  readonly #awareness = new Awareness(this.#doc);
  readonly #arriving = new Set<(update: Uint8Array) => void>();
  readonly #kept: KeptDocument;
  readonly #ended: () => void;
  #sync: NoteSync | null = null;
  #user: DocumentUser | null = null;
  #linger: ReturnType<typeof setTimeout> | undefined;
  #unsent = false;
  #over = false;

  constructor({ roomId, epoch, session }: NotePlace, noteId: number, ended: () => void) {
    this.#name = keepNote(roomId, epoch, noteId);
    this.#ended = ended;
    this.#doc.on('update', this.#onUpdate);
    this.#kept = keepDocument(this.#name, this.#doc);
    void this.#kept.read.then(() => {
      if (this.#over) return;
      this.#user?.opened(this.#open);
      this.#sync = new NoteSync({
        doc: this.#doc,
        awareness: this.#awareness,
        open: (listener) => session.openNote(noteId, listener),
        newUploadId: () => crypto.randomUUID(),
        changed: (status) => this.#changed(status),
        arriving: (update) => this.#arriving.forEach((listener) => listener(update)),
        failed: () => this.#user?.failed(),
      });
    });
  }

  get #open(): OpenDocument {
    return { doc: this.#doc, awareness: this.#awareness, arriving: this.#arriving };
  }

  /** Somebody looks at it, from now on. */
  use(user: DocumentUser): void {
    clearTimeout(this.#linger);
    this.#user = user;
    if (this.#awareness.getLocalState() === null) this.#awareness.setLocalState({});
    if (this.#sync === null) return;
    user.opened(this.#open);
    user.changed(this.#sync.status);
  }

  /** Nobody looks at it any more; it goes when all is sent. */
  release(user: DocumentUser | null): void {
    if (this.#user !== user) return;
    this.#user = null;
    this.#awareness.setLocalState(null);
    if (this.#sync?.atRest === true) this.end();
    else this.#linger = setTimeout(() => this.end(), LINGER_MS);
  }

  /** @param forgotten whether this browser keeps nothing of it either */
  end(forgotten = false): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#linger);
    this.#sync?.end();
    this.#awareness.destroy();
    this.#kept.close();
    this.#doc.destroy();
    if (forgotten) forgetKept(this.#name);
    this.#ended();
  }

  readonly #onUpdate = (_: Uint8Array, __: unknown, ___: Y.Doc, { local }: Y.Transaction): void => {
    if (local) this.#mark(true);
  };

  #mark(unsent: boolean): void {
    if (unsent === this.#unsent) return;
    this.#unsent = unsent;
    markUnsent(this.#name, unsent);
  }

  #changed(status: NoteStatus): void {
    if (status === 'saved' || status === 'full') {
      this.#unsent = true; // as it may be since another time
      this.#mark(false);
    }
    if (status === 'gone') forgetKept(this.#name);
    this.#user?.changed(status);
    if (this.#user === null) queueMicrotask(() => this.#endIfUnused()); // once the change has been told
  }

  #endIfUnused(): void {
    if (this.#user === null && this.#sync?.atRest === true) this.end();
  }
}

const places = new WeakMap<NotePlace['session'], Map<string, HeldDocument>>();

function held(place: NotePlace, noteId: number): HeldDocument {
  const all = places.get(place.session) ?? new Map<string, HeldDocument>();
  places.set(place.session, all);
  const key = keyOf(place, noteId);
  const known = all.get(key);
  if (known) return known;
  const fresh = new HeldDocument(place, noteId, () => all.delete(key));
  all.set(key, fresh);
  return fresh;
}

const keyOf = ({ epoch }: NotePlace, noteId: number): string => `${epoch}.${String(noteId)}`;

/**
 * A note's document: what this browser kept of it first, then in step with the server's.
 *
 * @returns what closes it
 */
export function openDocument(place: NotePlace, noteId: number, user: DocumentUser): () => void {
  const document = held(place, noteId);
  document.use(user);
  return () => document.release(user);
}

/** Throws away what this browser has of a note, and the server has not. */
export function discardDocument(place: NotePlace, noteId: number): void {
  places.get(place.session)?.get(keyOf(place, noteId))?.end(true);
}

/** Sends what was written in notes that are not open. */
export function sendUnsent(place: NotePlace, noteIds: readonly number[]): void {
  for (const noteId of noteIds) held(place, noteId).release(null);
}
