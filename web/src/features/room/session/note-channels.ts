import type { NoteMessage } from '@/realtime/schemas-notes';

/** What who writes in a note hears of the connection and of the others. */
export interface NoteListener {
  /** We are in the room, again or for the first time: whatever was asked before is lost. */
  joined(): void;
  disconnected(): void;
  updated(update: Uint8Array): void;
  moved(awareness: Uint8Array): void;
  /** Resolves when nothing is on its way to the server any more. */
  settled(): Promise<void>;
}

/** A way to the server's copy of one note. */
export interface NoteChannel {
  /** The raw answer, or null where none came. */
  ask(event: string, payload: Record<string, unknown>): Promise<unknown>;
  /** May be lost. */
  tell(event: string, payload: Record<string, unknown>): void;
  close(): void;
}

export interface NoteChannelsOptions {
  ask: (event: string, payload: object) => Promise<unknown>;
  tell: (event: string, payload: object) => void;
}

/** Who writes in which note on this page, each by a channel of its own. */
export class NoteChannels {
  readonly #options: NoteChannelsOptions;
  readonly #listeners = new Map<number, NoteListener>();
  #joined = false;

  constructor(options: NoteChannelsOptions) {
    this.#options = options;
  }

  /** One at a time for each note; a later one takes the place of the one before it. */
  open(noteId: number, listener: NoteListener): NoteChannel {
    this.#listeners.set(noteId, listener);
    const open = (): boolean => this.#listeners.get(noteId) === listener;
    // Once who opens it has the channel.
    queueMicrotask(() => {
      if (!open()) return;
      if (this.#joined) listener.joined();
      else listener.disconnected();
    });
    return {
      ask: (event, payload) =>
        open() ? this.#options.ask(event, { ...payload, noteId }) : Promise.resolve(null),
      tell: (event, payload) => {
        if (open()) this.#options.tell(event, { ...payload, noteId });
      },
      close: () => {
        if (!open()) return;
        this.#listeners.delete(noteId);
        void this.#options.ask('note-leave', { noteId });
      },
    };
  }

  joined(): void {
    this.#joined = true;
    for (const listener of this.#listeners.values()) listener.joined();
  }

  disconnected(): void {
    if (!this.#joined) return;
    this.#joined = false;
    for (const listener of this.#listeners.values()) listener.disconnected();
  }

  /** Resolves when nothing is on its way any more, but no later than this; null where nothing could be. */
  settled(withinMs: number): Promise<void> | null {
    if (!this.#joined || this.#listeners.size === 0) return null;
    const all = [...this.#listeners.values()].map((listener) => listener.settled());
    return Promise.race([
      Promise.all(all).then(() => undefined),
      new Promise<void>((resolve) => setTimeout(resolve, withinMs)),
    ]);
  }

  updated({ noteId, update }: NoteMessage): void {
    this.#listeners.get(noteId)?.updated(update);
  }

  moved({ noteId, update }: NoteMessage): void {
    this.#listeners.get(noteId)?.moved(update);
  }
}
