import type { Awareness } from 'y-protocols/awareness';
import {
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  modifyAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import * as Y from 'yjs';
import { backoff } from '@/realtime/backoff';
import { parseIncoming } from '@/realtime/parse-incoming';
import { answerSchema, type Answer } from '@/realtime/schemas-log';
import { notePartSchema, noteSyncSchema } from '@/realtime/schemas-notes';
import type { NoteChannel, NoteListener } from '../session/note-channels';
import { presenceOf } from './presence';

/**
 * Keeps a Yjs document in step with the server's. One update is under way at a time, and what is written meanwhile goes with
 * the next; after whatever went wrong each side asks what the other has, so nothing has to be remembered of what was sent.
 */

/** What goes in one message; more goes in parts. */
export const PART_BYTES = 128 * 1024;
/** The most that goes in parts. */
export const WHOLE_BYTES = 2 * 1024 * 1024;
const RETRY_FIRST_MS = 500;
const RETRY_MAX_MS = 10_000;
/** Who waits for room in a full note asks as often as this, when something has changed in it. */
const FULL_AGAIN_MS = 10_000;
/** Carets that move faster are told of less often. */
const AWARENESS_EVERY_MS = 100;
const LATER = ['rate-limited', 'server-going-down', 'internal-error', 'not-joined', 'sync-first'];

export type NoteStatus =
  | 'loading'
  /** Everything is on the server's disk. */
  | 'saved'
  | 'saving'
  /** There is no connection; what is written is kept here and sent later. */
  | 'offline'
  /** The server cannot store it now; it is tried again. */
  | 'retrying'
  /** It is as large as it may be. */
  | 'full'
  /** The same, and what is new in it here was refused. */
  | 'overfull'
  /** What the server has of it is damaged. */
  | 'unreadable'
  /** It was removed. */
  | 'gone';

export interface NoteSyncOptions {
  doc: Y.Doc;
  awareness: Awareness;
  open: (listener: NoteListener) => NoteChannel;
  newUploadId: () => string;
  changed: (status: NoteStatus) => void;
  /** What others wrote is about to be in the document. */
  arriving?: (update: Uint8Array) => void;
  /** What others wrote is in the document, but who shows it failed. */
  failed?: () => void;
  random?: () => number;
}

/** Nothing of ours is on its way, or ever will be. */
const AT_REST: readonly NoteStatus[] = ['saved', 'full', 'overfull', 'unreadable', 'gone'];

export class NoteSync implements NoteListener {
  readonly #options: NoteSyncOptions;
  readonly #doc: Y.Doc;
  readonly #awareness: Awareness;
  readonly #channel: NoteChannel;
  #status: NoteStatus = 'loading';
  #synced = false;
  #full = false;
  #refused = false;
  #sending = false;
  #pending: Uint8Array[] = [];
  /** Answers to what was asked before do not count any more. */
  #generation = 0;
  #attempts = 0;
  #waiting: (() => void)[] = [];
  #retry: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(options: NoteSyncOptions) {
    this.#options = options;
    this.#doc = options.doc;
    this.#awareness = options.awareness;
    this.#doc.on('update', this.#onUpdate);
    this.#awareness.on('update', this.#onAwareness);
    this.#channel = options.open(this);
  }

  get status(): NoteStatus {
    return this.#status;
  }

  get atRest(): boolean {
    return AT_REST.includes(this.#status);
  }

  /** Resolves when nothing is on its way any more, or there is no way. */
  settled(): Promise<void> {
    if (this.atRest || this.#status === 'offline') return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  joined(): void {
    this.#attempts = 0;
    this.#ask();
  }

  disconnected(): void {
    this.#stop();
    // Who is beyond a lost connection is not seen any more.
    const others = [...this.#awareness.getStates().keys()].filter((id) => id !== this.#doc.clientID);
    removeAwarenessStates(this.#awareness, others, this);
    for (const id of others) this.#awareness.meta.delete(id); // what is told of them again is no old news
    if (!this.#isOver()) this.#show('offline');
  }

  updated(update: Uint8Array): void {
    this.#apply(update);
    if (this.#full) this.#askWhenRoom(FULL_AGAIN_MS);
    // It rests on something that we have missed.
    const { pendingStructs, pendingDs } = this.#doc.store;
    if (this.#synced && (pendingStructs !== null || pendingDs !== null)) this.#ask();
  }

  moved(awareness: Uint8Array): void {
    try {
      applyAwarenessUpdate(this.#awareness, modifyAwarenessUpdate(awareness, presenceOf), this);
    } catch {
      // The caret of somebody whose page is broken.
    }
  }

  end(): void {
    this.#stop();
    clearTimeout(this.#telling);
    this.#doc.off('update', this.#onUpdate);
    this.#awareness.off('update', this.#onAwareness);
    this.#channel.close();
    this.#release();
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** The document takes it in any case. */
  #apply(update: Uint8Array): void {
    this.#options.arriving?.(update);
    try {
      Y.applyUpdate(this.#doc, update, this);
    } catch {
      this.#options.failed?.();
    }
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this || this.#isOver()) return;
    this.#pending.push(update);
    if (this.#refused) this.#askWhenRoom(RETRY_FIRST_MS);
    else this.#send();
  };

  readonly #onAwareness = (_: unknown, origin: unknown): void => {
    if (origin === this) return;
    this.#telling ??= setTimeout(() => this.#tellWhere(), AWARENESS_EVERY_MS);
  };

  #tellWhere(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    const { clientID } = this.#doc;
    if (!this.#synced || this.#awareness.getLocalState() === null) return;
    this.#channel.tell('note-awareness', { update: encodeAwarenessUpdate(this.#awareness, [clientID]) });
  }

  #stop(): void {
    this.#generation += 1;
    this.#synced = false;
    this.#sending = false;
    clearTimeout(this.#retry);
    this.#retry = undefined;
  }

  #isOver(): boolean {
    return this.#status === 'unreadable' || this.#status === 'gone';
  }

  #show(status: NoteStatus): void {
    if (status !== this.#status) {
      this.#status = status;
      this.#options.changed(status);
    }
    if (this.atRest || status === 'offline') this.#release();
  }

  /** A note that is full may have room again. */
  #askWhenRoom(delay: number): void {
    this.#retry ??= setTimeout(() => this.#ask(), delay);
  }

  /** What the other side has and we have not, and the other way round. */
  #ask(): void {
    this.#stop();
    const generation = this.#generation;
    void this.#fetch(() => generation === this.#generation).then((answer) => {
      if (generation !== this.#generation) return;
      if (answer === null) this.#askLater();
      else if ('code' in answer) this.#onRefusal(answer.code);
      else this.#take(answer);
    });
  }

  #take({ update, stateVector, full }: { update: Uint8Array; stateVector: Uint8Array; full: boolean }): void {
    this.#apply(update);
    this.#synced = true;
    this.#full = full;
    // Whatever waited is among what the server lacks.
    const missing = Y.encodeStateAsUpdate(this.#doc, stateVector);
    this.#pending = lacks(update, missing) ? [missing] : [];
    this.#tellWhere();
    this.#send();
  }

  async #fetch(
    current: () => boolean,
  ): Promise<{ update: Uint8Array; stateVector: Uint8Array; full: boolean } | { code: string } | null> {
    const raw = await this.#channel.ask('note-sync', { stateVector: Y.encodeStateVector(this.#doc) });
    const answer = raw === null ? undefined : parseIncoming(noteSyncSchema, raw, 'note-sync');
    if (answer === undefined) return null;
    if (!answer.ok) return answer;
    const pieces = [answer.update];
    for (let part = 1; part < answer.parts; part += 1) {
      if (!current()) return null;
      const next = await this.#channel.ask('note-part', { uploadId: answer.uploadId, part });
      const piece = next === null ? undefined : parseIncoming(notePartSchema, next, 'note-part');
      if (piece?.ok !== true) return null;
      pieces.push(piece.update);
    }
    return { update: joined(pieces), stateVector: answer.stateVector, full: answer.full };
  }

  #askLater(): void {
    const delay = backoff(this.#attempts, RETRY_FIRST_MS, RETRY_MAX_MS, this.#options.random);
    this.#attempts += 1;
    this.#retry = setTimeout(() => this.#ask(), delay);
  }

  #send(): void {
    if (!this.#synced || this.#sending || this.#isOver()) return;
    if (this.#pending.length === 0) {
      this.#attempts = 0;
      this.#refused = false;
      this.#show(this.#full ? 'full' : 'saved');
      return;
    }
    const update = Y.mergeUpdates(this.#pending);
    this.#pending = [];
    if (update.length > WHOLE_BYTES) {
      this.#onRefusal('note-full');
      return;
    }
    this.#sending = true;
    if (!this.#refused) this.#show('saving');
    const generation = this.#generation;
    void this.#upload(update, () => generation === this.#generation).then((answer) => {
      if (generation !== this.#generation) return;
      this.#sending = false;
      if (answer?.ok === true) this.#accepted();
      else if (answer === null) this.#askLater();
      else this.#onRefusal(answer.code);
    });
  }

  #accepted(): void {
    this.#attempts = 0;
    this.#refused = false;
    if (this.#full) this.#ask();
    else this.#send();
  }

  async #upload(update: Uint8Array, current: () => boolean): Promise<Answer | null> {
    const parts = Math.ceil(update.length / PART_BYTES);
    if (parts === 1) return this.#command({ update });
    const head = { uploadId: this.#options.newUploadId(), parts, bytes: update.length };
    let answer: Answer | null = null;
    for (let part = 0; part < parts && current(); part += 1) {
      const piece = update.slice(part * PART_BYTES, (part + 1) * PART_BYTES);
      answer = await this.#command({ ...head, part, update: piece });
      if (answer?.ok !== true) break;
    }
    return answer;
  }

  async #command(payload: Record<string, unknown>): Promise<Answer | null> {
    const raw = await this.#channel.ask('note-update', payload);
    return raw === null ? null : (parseIncoming(answerSchema, raw, 'note-update') ?? null);
  }

  #onRefusal(code: string): void {
    this.#stop();
    if (code === 'note-full') {
      this.#full = true;
      this.#refused = true;
      this.#show('overfull');
    } else if (code === 'note-unreadable') this.#show('unreadable');
    else if (code === 'unknown-note') this.#show('gone');
    else {
      // What was refused is still in the document, and so among what the server is found to lack.
      if (!LATER.includes(code)) this.#show('retrying');
      this.#askLater();
    }
  }
}

/** Whether there is something in `missing` that the server did not send itself. */
function lacks(known: Uint8Array, missing: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(missing);
  if (structs.length > 0) return true;
  // Deletions are told whole every time: what the server sent of them needs not go back.
  const theirs = Y.decodeUpdate(known).ds.clients;
  return [...ds.clients].some(([client, ranges]) => {
    const has = theirs.get(client) ?? [];
    return ranges.some(
      ({ clock, len }) =>
        !has.some((range) => range.clock <= clock && range.clock + range.len >= clock + len),
    );
  });
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
