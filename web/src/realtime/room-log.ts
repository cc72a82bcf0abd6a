import { backoff } from './backoff';
import { parseRoomEvent, type CatchUp, type RoomEvent } from './schemas-log';

/**
 * Where this page stands in a room's log: hands on every event once and in order, and asks for what it has missed. Events
 * that come while a page of missed ones is under way wait for it.
 */

const EARLY_MAX = 1_000;
const RETRY_FIRST_MS = 300;
const RETRY_MAX_MS = 4_000;

export interface Position {
  epoch: string;
  seq: number;
}

export interface RoomLogOptions {
  /** The next page of what came after `since`; null where no answer came. */
  catchUp: (since: number) => Promise<CatchUp | null>;
  apply: (event: RoomEvent) => void;
  /** A page of missed events that was asked for has been applied. */
  caughtUp: () => void;
  /** The log cannot be followed on from where we are: the state is wanted whole. */
  lost: () => void;
  random?: () => number;
}

export class RoomLog {
  readonly #options: RoomLogOptions;
  #position: Position | null = null;
  #following = false;
  #catchingUp = false;
  /** Answers to what was asked before the last change of connection do not count. */
  #generation = 0;
  #early = new Map<number, RoomEvent>();
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RoomLogOptions) {
    this.#options = options;
  }

  get position(): Position | null {
    return this.#position;
  }

  /** The whole state was taken as it stood at this place. */
  start(position: Position): void {
    this.pause();
    this.#position = position;
    this.#following = true;
  }

  /** The log goes on after what we have; `more` says that the events given are not all. */
  resume(epoch: string, events: readonly unknown[], more: boolean): void {
    this.pause();
    if (this.#position?.epoch !== epoch) {
      this.#lose();
      return;
    }
    this.#following = true;
    this.#takePage(events, more);
  }

  receive(value: unknown): void {
    if (!this.#following) return;
    const event = parseRoomEvent(value);
    if (event === undefined) return;
    this.#keep(event);
    this.#drain();
    if (this.#early.size > 0) this.#askForMissed();
  }

  /** The connection is lost; the place stays, so that the next join can go on from it. */
  pause(): void {
    this.#following = false;
    this.#catchingUp = false;
    this.#generation += 1;
    this.#early.clear();
    clearTimeout(this.#retry);
  }

  forget(): void {
    this.pause();
    this.#position = null;
  }

  #keep(event: RoomEvent): void {
    if (this.#position === null || event.seq <= this.#position.seq) return;
    // What finds no place here is asked for when the page under way has come.
    if (this.#early.size < EARLY_MAX) this.#early.set(event.seq, event);
  }

  /** Hands on what follows without a gap. A handler may end or restart the log in between. */
  #drain(): void {
    for (;;) {
      const position = this.#position;
      const next = position === null ? undefined : this.#early.get(position.seq + 1);
      if (position === null || next === undefined) return;
      this.#early.delete(next.seq);
      this.#position = { ...position, seq: next.seq };
      this.#options.apply(next);
    }
  }

  #askForMissed(attempt = 0): void {
    if (this.#catchingUp || this.#position === null) return;
    this.#catchingUp = true;
    const generation = this.#generation;
    void this.#options.catchUp(this.#position.seq).then((answer) => {
      if (generation !== this.#generation) return;
      this.#catchingUp = false;
      if (answer === null) this.#askLater(attempt);
      else if (answer.ok) this.#onPage(answer.events, answer.more);
      else if (answer.code === 'rate-limited' || answer.code.startsWith('storage-')) this.#askLater(attempt);
      else this.#lose();
    });
  }

  #onPage(events: readonly unknown[], more: boolean): void {
    this.#takePage(events, more);
    this.#options.caughtUp();
  }

  #askLater(attempt: number): void {
    const delay = backoff(attempt, RETRY_FIRST_MS, RETRY_MAX_MS, this.#options.random);
    this.#retry = setTimeout(() => this.#askForMissed(attempt + 1), delay);
  }

  #takePage(events: readonly unknown[], more: boolean): void {
    const before = this.#position?.seq;
    const generation = this.#generation;
    for (const value of events) {
      const event = parseRoomEvent(value);
      // A page is bounded by the server; it does not have to fit beside what came early.
      if (event !== undefined && event.seq > (this.#position?.seq ?? 0)) this.#early.set(event.seq, event);
    }
    this.#drain();
    if (generation !== this.#generation) return;
    if (!more && this.#early.size === 0) return;
    // A page that brought us no further would bring us no further again.
    if (this.#position?.seq === before) this.#lose();
    else this.#askForMissed();
  }

  #lose(): void {
    this.forget();
    this.#options.lost();
  }
}
