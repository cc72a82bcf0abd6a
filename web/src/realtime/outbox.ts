import { z } from '@/shared/schema';
import { backoff } from './backoff';
import type { Answer } from './schemas-log';
import type { Refusal } from './schemas-refusal';

/**
 * Commands that the server has not yet told of as events. They go out one after the other, so that their order holds, and
 * again after every rejoin: their ids let the server know a repeat. Who sent one hears what became of it.
 */

export const OUTBOX_MAX = 200;
const RETRY_FIRST_MS = 300;
const RETRY_MAX_MS = 4_000;
/** Refusals of the moment, not of the command. */
const TRANSIENT = [
  'rate-limited',
  'storage-unavailable',
  'storage-busy',
  'server-going-down',
  'internal-error',
  'not-joined',
];

const pendingCommandSchema = z.object({
  commandId: z.string().min(1).max(128),
  event: z.string().min(1).max(64),
  payload: z.record(z.string(), z.unknown()),
  /** the server's time when it was given, as far as this page knew it */
  at: z.number(),
  /** our member id and name at that time */
  by: z.string(),
  name: z.string(),
});
export const pendingCommandsSchema = z.array(pendingCommandSchema).max(OUTBOX_MAX);

export type PendingCommand = z.infer<typeof pendingCommandSchema>;

interface Entry {
  command: PendingCommand;
  /** the number of its event, once acknowledged; it stays until the log has come so far */
  seq: number | null;
  resolve: (answer: Answer) => void;
}

export interface OutboxOptions {
  /** Null where no answer came. */
  ask: (event: string, payload: Record<string, unknown>) => Promise<Answer | null>;
  /** How far the log has come. */
  reached: () => number;
  /** What waits has changed. */
  changed: (waiting: readonly PendingCommand[]) => void;
  refused: (command: PendingCommand, refusal: Refusal) => void;
  random?: () => number;
}

export class Outbox {
  readonly #options: OutboxOptions;
  #entries: Entry[];
  #open = false;
  #sending: Entry | null = null;
  #generation = 0;
  #attempts = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: OutboxOptions, kept: readonly PendingCommand[] = []) {
    this.#options = options;
    this.#entries = kept.map((command) => ({ command, seq: null, resolve: () => undefined }));
  }

  get commands(): readonly PendingCommand[] {
    return this.#entries.map(({ command }) => command);
  }

  /** Those to be kept over a reload: the server knows of the others. */
  get unacknowledged(): readonly PendingCommand[] {
    return this.#entries.filter(({ seq }) => seq === null).map(({ command }) => command);
  }

  add(command: PendingCommand): Promise<Answer> {
    if (this.#entries.length >= OUTBOX_MAX) {
      const refusal: Refusal = { ok: false, code: 'outbox-full', message: 'Too much waits to be sent.' };
      this.#options.refused(command, refusal);
      return Promise.resolve(refusal);
    }
    return new Promise((resolve) => {
      this.#entries = [...this.#entries, { command, seq: null, resolve }];
      this.#changed();
      this.#send();
    });
  }

  /** Joined: everything that has no answer goes out, from the first on. */
  open(): void {
    this.close();
    this.#open = true;
    this.#attempts = 0;
    this.#send();
  }

  /** The connection is lost; what was sent on it may have arrived or not. */
  close(): void {
    this.#open = false;
    this.#sending = null;
    this.#generation += 1;
    clearTimeout(this.#retry);
  }

  /** The visit is over. What waits stays, but nobody is there any more to hear of it. */
  end(): void {
    this.close();
    for (const { resolve } of this.#entries) resolve({ ok: false, code: 'no-answer', message: 'Left.' });
  }

  /** The event of this command has come. */
  seen(commandId: string, seq: number): void {
    const entry = this.#entries.find(({ command }) => command.commandId === commandId);
    if (entry !== undefined) this.#settle(entry, { ok: true, seq });
    this.reached(seq);
  }

  /** The log has come so far: what was acknowledged up to there is in the state. */
  reached(seq: number): void {
    this.#keepOnly((entry) => entry.seq === null || entry.seq > seq);
  }

  /** The state was taken whole: what the server has acknowledged is in it. */
  startOver(): void {
    this.#keepOnly((entry) => entry.seq === null);
  }

  #keepOnly(wanted: (entry: Entry) => boolean): void {
    const kept = this.#entries.filter(wanted);
    if (kept.length === this.#entries.length) return;
    this.#entries = kept;
    this.#changed();
  }

  #changed(): void {
    this.#options.changed(this.commands);
  }

  #send(): void {
    if (!this.#open || this.#sending !== null) return;
    const entry = this.#entries.find(({ seq }) => seq === null);
    if (entry === undefined) return;
    this.#sending = entry;
    const generation = this.#generation;
    const { commandId, event, payload } = entry.command;
    void this.#options.ask(event, { ...payload, commandId }).then((answer) => {
      if (generation !== this.#generation || this.#sending !== entry) return;
      this.#sending = null;
      if (answer === null || (!answer.ok && TRANSIENT.includes(answer.code))) this.#sendLater();
      else this.#onAnswer(entry, answer);
    });
  }

  #sendLater(): void {
    const delay = backoff(this.#attempts, RETRY_FIRST_MS, RETRY_MAX_MS, this.#options.random);
    this.#attempts += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#send(), delay);
  }

  #onAnswer(entry: Entry, answer: Answer): void {
    this.#attempts = 0;
    if (!answer.ok) {
      this.#settle(entry, answer);
      this.#options.refused(entry.command, answer);
      return;
    }
    if (answer.seq === undefined || answer.seq <= this.#options.reached()) {
      this.#settle(entry, answer);
      return;
    }
    entry.seq = answer.seq;
    entry.resolve(answer);
    this.#changed();
    this.#send();
  }

  /** Takes it out, tells who sent it, and goes on with the next. */
  #settle(entry: Entry, answer: Answer): void {
    this.#keepOnly((each) => each !== entry);
    entry.resolve(answer);
    if (this.#sending === entry) this.#sending = null;
    this.#send();
  }
}
