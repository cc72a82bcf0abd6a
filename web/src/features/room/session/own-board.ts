import { backoff } from '@/realtime/backoff';
import { Outbox, type PendingCommand } from '@/realtime/outbox';
import { parseIncoming } from '@/realtime/parse-incoming';
import { RoomLog } from '@/realtime/room-log';
import type { Answer, CatchUp } from '@/realtime/schemas-log';
import type { Refusal } from '@/realtime/schemas-refusal';
import { ownTasksSchema } from '@/realtime/schemas-tasks';
import { Replica } from '../replica';
import { tasksModel, type TasksState } from '../tasks/model';
import type { OutboxStorage } from './room-storage';

const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 30_000;
/** Events that come before the board they belong to. */
const EARLY_MAX = 1_000;
/** Nobody will ever tell more of the past than the board itself: what is missing is asked for whole. */
const NO_PAST: CatchUp = { ok: false, code: 'no-past', message: 'There is only the board as it stands.' };

export interface OwnBoardOptions {
  /** The raw answer to an event, or null where none came. */
  ask: (event: string, payload: object) => Promise<unknown>;
  command: (event: string, payload: object) => Promise<Answer | null>;
  /** Null while there is none, and where the server keeps none of us. */
  changed: (tasks: TasksState | null) => void;
  refused: (refusal: Refusal) => void;
  storage: OutboxStorage;
  random?: () => number;
}

/** Our own tasks in this room, of which nobody else hears: a log of their own, asked for after each join. */
export class OwnBoard {
  readonly #options: OwnBoardOptions;
  readonly #tasks = new Replica(tasksModel);
  readonly #log: RoomLog;
  readonly #outbox: Outbox;
  #early: unknown[] | null = null;
  #generation = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: OwnBoardOptions) {
    this.#options = options;
    this.#log = new RoomLog({
      catchUp: () => Promise.resolve(NO_PAST),
      apply: (event) => {
        this.#tasks.apply(event);
        if (event.commandId === undefined) this.#outbox.reached(event.seq);
        else this.#outbox.seen(event.commandId, event.seq);
      },
      caughtUp: () => undefined,
      lost: () => this.#load(),
    });
    this.#outbox = new Outbox(
      {
        ask: options.command,
        reached: () => this.#log.position?.seq ?? 0,
        changed: (waiting) => {
          options.storage.write(this.#outbox.unacknowledged);
          this.#tasks.setPending(waiting);
          this.#show();
        },
        refused: (_, refusal) => options.refused(refusal),
      },
      options.storage.read(),
    );
    this.#tasks.setPending(this.#outbox.commands);
  }

  joined(): void {
    this.#load();
  }

  disconnected(): void {
    this.#generation += 1;
    clearTimeout(this.#retry);
    this.#early = null;
    this.#log.pause();
    this.#outbox.close();
  }

  receive(event: unknown): void {
    if (this.#early === null) this.#log.receive(event);
    else if (this.#early.length < EARLY_MAX) this.#early.push(event);
    this.#show();
  }

  send(command: PendingCommand): Promise<Answer> {
    return this.#outbox.add(command);
  }

  /** What waits stays in the storage, for the next visit to this room in this tab. */
  end(): void {
    this.disconnected();
    this.#outbox.end();
    this.#log.forget();
    this.#tasks.start(null);
  }

  #load(attempt = 0): void {
    this.disconnected();
    const generation = this.#generation;
    this.#early = [];
    void this.#options.ask('my-tasks', {}).then((raw) => {
      if (generation !== this.#generation) return;
      const answer = raw === null ? undefined : parseIncoming(ownTasksSchema, raw, 'my-tasks');
      if (answer?.ok === true) this.#take(answer);
      // Who has nothing of their own here is told so once and for all.
      else if (answer?.code !== 'not-permitted' && answer?.code !== 'unknown-event') this.#loadLater(attempt);
    });
  }

  #loadLater(attempt: number): void {
    const delay = backoff(attempt, RETRY_FIRST_MS, RETRY_MAX_MS, this.#options.random);
    this.#retry = setTimeout(() => this.#load(attempt + 1), delay);
  }

  #take({ epoch, seq, ...view }: Extract<ReturnType<typeof ownTasksSchema.parse>, { ok: true }>): void {
    const early = this.#early ?? [];
    this.#early = null;
    this.#tasks.start(view);
    this.#log.start({ epoch, seq });
    this.#outbox.startOver();
    this.#outbox.open();
    for (const event of early) this.receive(event);
    this.#show();
  }

  #show(): void {
    this.#options.changed(this.#tasks.shown);
  }
}
