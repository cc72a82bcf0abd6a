import type { PendingCommand } from '@/realtime/outbox';
import { joinAckSchema, type JoinAck } from '@/realtime/schemas';
import { LastingRoom } from '../lasting-room';
import type { LastingState } from '../types';
import type { SimulatedJournal } from './simulated-journal';

/** A page of missed events holds so many, so that there are several. */
const PAGE = 3;

interface Request {
  event: string;
  payload: Record<string, unknown>;
  resolve: (answer: unknown) => void;
}

/** One page and its connection to the journal, of which a test says what arrives when, and what is lost. */
export class SimulatedPage {
  readonly room: LastingRoom;
  state: LastingState;
  readonly refusals: string[] = [];
  kept: readonly PendingCommand[] = [];
  connected = false;
  #requests: Request[] = [];
  #answers: (() => void)[] = [];
  #events: unknown[] = [];
  #told = 0;
  #sent = 0;

  constructor(
    readonly journal: SimulatedJournal,
    readonly memberId: string,
  ) {
    this.room = new LastingRoom({
      ask: (event, payload) => this.#ask(event, { ...payload }),
      command: async (event, payload) =>
        (await this.#ask(event, { ...payload })) as Awaited<ReturnType<LastingRoom['send']>> | null,
      rejoin: () => this.join(false),
      changed: (state) => {
        this.state = state;
      },
      refused: ({ code }) => void this.refusals.push(code),
      storage: { read: () => [], write: (commands) => void (this.kept = commands) },
      readMark: { read: () => null, write: () => undefined },
    });
    this.state = this.room.state;
  }

  get quiet(): boolean {
    this.#listen();
    return (
      this.#requests.length + this.#answers.length + this.#events.length === 0 &&
      this.state.outbox.length === 0
    );
  }

  send(event: string, payload: Record<string, unknown>): void {
    this.#sent += 1;
    const commandId = `${this.memberId}-${this.#sent}`;
    void this.room.send({ commandId, event, payload, at: 0, by: this.memberId, name: this.memberId });
  }

  /** The server answers a join; `resumable` is whether it can tell the missed events apart. */
  join(resumable: boolean): void {
    this.#lose(0);
    this.connected = true;
    const { journal } = this;
    const position = this.room.position;
    const resumed = resumable && position?.epoch === journal.epoch;
    this.#told = journal.seq;
    const missed = resumed ? journal.events.slice(position.seq) : [];
    this.room.joined(
      ackOf({
        epoch: journal.epoch,
        seq: journal.seq,
        resumed,
        ...(resumed ? { events: missed.slice(0, PAGE), more: missed.length > PAGE } : journal.state()),
      }),
    );
  }

  /** The connection goes; so many of the requests under way still reach the server, but nothing comes back. */
  lose(arriving: number): void {
    this.#lose(arriving);
    this.connected = false;
    this.room.disconnected();
  }

  /** The server takes the next request, or refuses it for the moment. */
  takeRequest(transient: boolean): void {
    const request = this.#requests.shift();
    if (request === undefined) return;
    const answer = transient ? { ok: false, code: 'storage-busy', message: '' } : this.#serve(request);
    this.#answers.push(() => request.resolve(answer));
  }

  takeAnswer(): void {
    this.#answers.shift()?.();
  }

  /** The page hears the next event, twice if told so; or it never arrives. */
  takeEvent(how: 'once' | 'twice' | 'never'): void {
    this.#listen();
    const event = this.#events.shift();
    if (event === undefined || how === 'never') return;
    this.room.receive(event);
    if (how === 'twice') this.room.receive(event);
  }

  /** What the server has to tell by now, and has not yet. */
  #listen(): void {
    if (!this.connected) return;
    this.#events.push(...this.journal.events.slice(this.#told));
    this.#told = this.journal.seq;
  }

  #ask(event: string, payload: Record<string, unknown>): Promise<unknown> {
    if (!this.connected) return Promise.resolve(null);
    return new Promise((resolve) => this.#requests.push({ event, payload, resolve }));
  }

  #serve({ event, payload }: Request): unknown {
    if (event !== 'catch-up') return this.journal.decide(event, payload, this.memberId);
    const missed = this.journal.events.slice(Number(payload.since));
    return { ok: true, events: missed.slice(0, PAGE), more: missed.length > PAGE };
  }

  #lose(arriving: number): void {
    for (const request of this.#requests.slice(0, arriving)) this.#serve(request);
    for (const { resolve } of this.#requests) resolve(null);
    this.#requests = [];
    this.#answers = [];
    this.#events = [];
  }
}

function ackOf(fields: object): JoinAck {
  return joinAckSchema.parse({
    ok: true,
    serverTime: 0,
    you: { memberId: 'me', userId: 'me' },
    members: [],
    limits: { members: 1, videoPublishers: 1 },
    ...fields,
  }) as JoinAck;
}
