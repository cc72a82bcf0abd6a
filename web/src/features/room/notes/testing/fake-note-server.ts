import * as Y from 'yjs';
import type { Answer } from '@/realtime/schemas-log';
import type { NoteChannel, NoteListener } from '../../session/note-channels';

/** What becomes of a request; anything else is the code of a refusal. */
export type Fate = 'answered' | 'request-lost' | 'answer-lost' | (string & {});

/** An answer's part, small so that tests have some. */
export const ANSWER_PART = 64 * 1024;

interface Request {
  from: FakeConnection;
  event: string;
  payload: Record<string, unknown>;
  /** Null where the answer is lost. */
  answer: (answer: Answer | null) => void;
}

const refusal = (code: string): Answer => ({ ok: false, code, message: code });

/** One note on a server that is made of yjs itself, and does only what it is told to, request by request. */
export class FakeNoteServer {
  readonly doc = new Y.Doc();
  readonly connections = new Set<FakeConnection>();
  /** Of the requests to come, in their order; after them, all are answered. */
  readonly fates: Fate[] = [];
  /** The events and refusals of all requests that were handled. */
  readonly handled: string[] = [];
  limit = Number.MAX_SAFE_INTEGER;
  readonly queue: Request[] = [];

  /** Handles the oldest request; false where there is none. */
  step(): boolean {
    const request = this.queue.shift();
    if (request === undefined) return false;
    const fate = this.fates.shift() ?? 'answered';
    if (fate === 'request-lost') request.answer(null);
    else if (fate === 'answered' || fate === 'answer-lost') {
      const answer = this.#handle(request);
      this.handled.push(answer.ok ? request.event : `${request.event} ${answer.code}`);
      request.answer(fate === 'answered' ? answer : null);
    } else {
      this.handled.push(`${request.event} ${fate}`);
      request.from.mustSync = true;
      request.answer(refusal(fate));
    }
    return true;
  }

  #handle({ from, event, payload }: Request): Answer {
    switch (event) {
      case 'note-sync':
        return this.#sync(from, payload.stateVector as Uint8Array);
      case 'note-part':
        return from.part(Number(payload.part));
      default:
        return this.#update(from, payload);
    }
  }

  #sync(from: FakeConnection, stateVector: Uint8Array): Answer {
    from.inNote = true;
    from.mustSync = false;
    const rest = Y.encodeStateAsUpdate(this.doc, stateVector);
    const bytes = Y.encodeStateAsUpdate(this.doc).length;
    const head = { ok: true, stateVector: Y.encodeStateVector(this.doc), bytes, full: bytes >= this.limit };
    if (rest.length <= ANSWER_PART) return { ...head, ok: true, update: rest };
    from.sending = rest;
    const parts = Math.ceil(rest.length / ANSWER_PART);
    return { ...head, ok: true, parts, uploadId: 'up', update: rest.slice(0, ANSWER_PART) };
  }

  #update(from: FakeConnection, { update, part, parts }: Record<string, unknown>): Answer {
    if (from.mustSync || !from.inNote) return refusal('sync-first');
    if (part === 0) from.received = [];
    if (parts !== undefined) {
      from.received.push(update as Uint8Array);
      if (Number(part) < Number(parts) - 1) return { ok: true };
    }
    const whole = parts === undefined ? (update as Uint8Array) : new Uint8Array(Buffer.concat(from.received));
    return this.#store(from, whole);
  }

  #store(from: FakeConnection, update: Uint8Array): Answer {
    const trial = new Y.Doc();
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(this.doc));
    Y.applyUpdate(trial, update);
    const code =
      trial.store.pendingStructs !== null || trial.store.pendingDs !== null
        ? 'sync-first'
        : Y.encodeStateAsUpdate(trial).length > this.limit
          ? 'note-full'
          : null;
    trial.destroy();
    if (code !== null) {
      from.mustSync = true;
      return refusal(code);
    }
    Y.applyUpdate(this.doc, update);
    for (const other of this.connections) if (other !== from && other.inNote) other.inbox.push(update);
    return { ok: true };
  }
}

/** One page's connection to it, which can break and come back. */
export class FakeConnection {
  inNote = false;
  mustSync = true;
  sending: Uint8Array = new Uint8Array();
  received: Uint8Array[] = [];
  /** What others wrote and this page has not heard yet. */
  inbox: Uint8Array[] = [];
  up = false;
  listener: NoteListener | null = null;
  readonly #server: FakeNoteServer;

  constructor(server: FakeNoteServer) {
    this.#server = server;
    server.connections.add(this);
  }

  readonly open = (listener: NoteListener): NoteChannel => {
    this.listener = listener;
    return {
      ask: (event, payload) =>
        this.up && this.listener === listener
          ? new Promise((answer) => this.#server.queue.push({ from: this, event, payload, answer }))
          : Promise.resolve(null),
      tell: (event, { update }) => {
        if (!this.up || event !== 'note-awareness') return;
        for (const other of this.#server.connections)
          if (other !== this && other.inNote) other.listener?.moved(update as Uint8Array);
      },
      close: () => {
        this.listener = null;
        this.inNote = false;
      },
    };
  };

  connect(): void {
    if (this.up) return;
    this.up = true;
    this.listener?.joined();
  }

  /** What was under way is lost, on its way there or back. */
  disconnect(): void {
    if (!this.up) return;
    this.up = false;
    this.inNote = false;
    this.mustSync = true;
    this.inbox = [];
    const { queue } = this.#server;
    for (const request of queue.filter(({ from }) => from === this)) {
      queue.splice(queue.indexOf(request), 1);
      request.answer(null);
    }
    this.listener?.disconnected();
  }

  part(part: number): Answer {
    return { ok: true, update: this.sending.slice(part * ANSWER_PART, (part + 1) * ANSWER_PART) };
  }

  /** Hears the oldest of what others wrote; false where there is nothing. */
  hear(): boolean {
    const update = this.inbox.shift();
    if (update !== undefined) this.listener?.updated(update);
    return update !== undefined;
  }
}
