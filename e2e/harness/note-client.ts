import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';

/** Longer than the server ever takes to answer while it lives. */
const ANSWER_MS = 4_000;
/** What goes in one message; more goes in parts. */
const PART_BYTES = 128 * 1024;

type Json = Record<string, unknown>;
export type Answer = Json & { ok: boolean; code?: string };

/** A promise for others to keep. */
function later(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((keep) => (resolve = keep));
  return { promise, resolve };
}

const bytesOf = (value: unknown): Uint8Array => new Uint8Array(value as Buffer);

/**
 * A Yjs document kept in step with a note by the unchanged `yjs` and `socket.io-client`: it sends one update at a time, and
 * after whatever went wrong it asks what is missing on either side.
 */
export class NoteClient {
  readonly doc = new Y.Doc();
  readonly fragment = this.doc.getXmlFragment('default');
  readonly socket: Socket;
  readonly userId = randomUUID();
  /** codes of the answers that were no */
  readonly refusals: string[] = [];
  readonly #room: string;
  readonly #name: string;
  #noteId: number | null = null;
  #memberId = '';
  #pending: Uint8Array[] = [];
  #waiting: string[] = [];
  #acknowledged: string[] = [];
  #joined = later();
  #synced = later();
  #sending: Promise<void> | null = null;
  #closed = false;

  constructor(url: string, room: string, name: string) {
    this.#room = room;
    this.#name = name;
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
    });
    this.socket.on('connect', () => void this.#enter());
    this.socket.on('disconnect', () => {
      this.#joined = later();
      this.#synced = later();
    });
    this.socket.on('note-update', ({ noteId, update }: Json) => {
      if (noteId === this.#noteId) Y.applyUpdate(this.doc, bytesOf(update), this);
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.#pending.push(update);
      this.#send();
    });
  }

  get memberId(): string {
    return this.#memberId;
  }

  get joined(): Promise<void> {
    return this.#joined.promise;
  }

  get synced(): Promise<void> {
    return this.#synced.promise;
  }

  /** Labels of the edits that the server has answered for, in the order of the answers. */
  get acknowledged(): readonly string[] {
    return this.#acknowledged;
  }

  async add(title: string): Promise<number> {
    await this.joined;
    const answer = await this.ask('note-add', { title, commandId: randomUUID() });
    if (!answer.ok) throw new Error(`note-add was refused: ${JSON.stringify(answer)}`);
    return answer['seq'] as number;
  }

  /** Begins to follow a note; resolves when both sides have the same. */
  async open(noteId: number): Promise<void> {
    await this.joined;
    this.#noteId = noteId;
    await this.#sync();
    await this.synced;
  }

  /** An edit, which is known by its label from then on. */
  edit(label: string, change: (fragment: Y.XmlFragment) => void): void {
    this.#waiting.push(label);
    this.doc.transact(() => change(this.fragment));
  }

  /** Resolves when the server has answered for all that was edited. */
  async settled(): Promise<void> {
    while (this.#waiting.length > 0 || this.#pending.length > 0) {
      await this.synced;
      this.#send();
      await this.#sending;
    }
  }

  /** Asks once, as the protocol has it; binary parts come as Uint8Array. */
  ask(event: string, payload: Json): Promise<Answer> {
    return this.socket.timeout(ANSWER_MS).emitWithAck(event, payload) as Promise<Answer>;
  }

  get text(): string {
    return this.fragment.toString();
  }

  close(): void {
    this.#closed = true;
    this.socket.close();
  }

  async #enter(): Promise<void> {
    while (this.socket.connected) {
      const answer = await this.ask('join-room', {
        roomId: this.#room,
        userId: this.userId,
        protocol: 1,
        name: this.#name,
      }).catch(() => null);
      if (answer?.ok !== true) continue;
      this.#memberId = (answer['you'] as { memberId: string }).memberId;
      this.#joined.resolve();
      if (this.#noteId !== null) await this.#sync();
      return;
    }
  }

  async #sync(): Promise<void> {
    for (;;) {
      const answer = await this.#askForTheRest().catch(() => null);
      if (!this.socket.connected || this.#closed) return;
      if (answer === null) continue;
      Y.applyUpdate(this.doc, answer.update, this);
      // Whatever waited is among what the server lacks.
      this.#pending = [Y.encodeStateAsUpdate(this.doc, answer.stateVector)];
      this.#synced.resolve();
      this.#send();
      return;
    }
  }

  async #askForTheRest(): Promise<{ update: Uint8Array; stateVector: Uint8Array } | null> {
    const noteId = this.#noteId;
    const stateVector = Y.encodeStateVector(this.doc);
    const answer = await this.ask('note-sync', { noteId, stateVector });
    if (!answer.ok) {
      this.refusals.push(String(answer.code));
      return null;
    }
    const parts = [bytesOf(answer['update'])];
    for (let part = 1; part < Number(answer['parts'] ?? 1); part += 1) {
      const next = await this.ask('note-part', { noteId, uploadId: answer['uploadId'], part });
      if (!next.ok) return null;
      parts.push(bytesOf(next['update']));
    }
    return {
      update: new Uint8Array(Buffer.concat(parts)),
      stateVector: bytesOf(answer['stateVector']),
    };
  }

  #send(): void {
    if (this.#sending !== null || this.#closed) return;
    this.#sending = this.#sendAll().finally(() => (this.#sending = null));
  }

  async #sendAll(): Promise<void> {
    await this.synced;
    while (this.#pending.length > 0 && this.socket.connected && !this.#closed) {
      const update = Y.mergeUpdates(this.#pending);
      const labels = this.#waiting;
      this.#pending = [];
      this.#waiting = [];
      const answer = await this.upload(this.#noteId, update).catch(() => null);
      if (answer?.ok === true) {
        this.#acknowledged.push(...labels);
        continue;
      }
      // Whether it arrived is not known, so all is asked anew.
      this.#waiting = [...labels, ...this.#waiting];
      if (answer !== null) this.refusals.push(String(answer.code));
      if (this.socket.connected) {
        this.#synced = later();
        await this.#sync();
      }
    }
  }

  /** Sends one update, in parts when it is large; the answer is the last part's. */
  async upload(noteId: number | null, update: Uint8Array): Promise<Answer> {
    if (update.length <= PART_BYTES) return this.ask('note-update', { noteId, update });
    const parts = Math.ceil(update.length / PART_BYTES);
    const head = { noteId, uploadId: randomUUID(), parts, bytes: update.length };
    let answer: Answer = { ok: false };
    for (let part = 0; part < parts; part += 1) {
      const piece = update.slice(part * PART_BYTES, (part + 1) * PART_BYTES);
      answer = await this.ask('note-update', { ...head, part, update: piece });
      if (!answer.ok) break;
    }
    return answer;
  }
}

/** A paragraph with a text, as the page's editor writes them. */
export function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

/** The texts of the paragraphs, in order. */
export const paragraphs = (fragment: Y.XmlFragment): string[] =>
  fragment.toArray().map((element) => (element as Y.XmlElement).get(0)?.toString() ?? '');
