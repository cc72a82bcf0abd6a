import { Outbox, type PendingCommand } from '@/realtime/outbox';
import { parseIncoming } from '@/realtime/parse-incoming';
import { RoomLog, type Position } from '@/realtime/room-log';
import type { JoinAck } from '@/realtime/schemas';
import { accessViewSchema } from '@/realtime/schemas-access';
import { chatHistorySchema, chatViewSchema } from '@/realtime/schemas-chat';
import { catchUpSchema, type Answer, type RoomEvent } from '@/realtime/schemas-log';
import { goalsViewSchema } from '@/realtime/schemas-goals';
import { notesViewSchema } from '@/realtime/schemas-notes';
import type { Refusal } from '@/realtime/schemas-refusal';
import { standupViewSchema } from '@/realtime/schemas-standup';
import { tasksViewSchema } from '@/realtime/schemas-tasks';
import { timerViewSchema } from '@/realtime/schemas-timer';
import type { ZodType } from '@/shared/schema';
import { accessModel } from '../access/model';
import { chatModel, withOlder, withRead } from '../chat/model';
import { goalsModel } from '../goals/model';
import { notesModel } from '../notes/model';
import { Replica } from '../replica';
import { standupModel } from '../standup/model';
import { tasksModel } from '../tasks/model';
import { timerModel } from '../timer/model';
import type { OutboxStorage, ReadMark } from './room-storage';
import type { FailedCommand, LastingState } from './types';

/** Refused commands whose words somebody wrote; of others a notice is enough. */
const WORTH_KEEPING = ['chat-send'];
const FAILED_MAX = 50;
const HISTORY_PAGE = 50;
/** Events that come while a page of history is under way. */
const MEANWHILE_MAX = 1_000;

export interface LastingRoomOptions {
  /** The raw answer to an event, or null where none came. */
  ask: (event: string, payload: object) => Promise<unknown>;
  command: (event: string, payload: object) => Promise<Answer | null>;
  /** Ask for the whole state again. */
  rejoin: () => void;
  changed: (state: LastingState) => void;
  refused: (refusal: Refusal) => void;
  storage: OutboxStorage;
  readMark: ReadMark;
}

/** What lasts of a room, on this page: its place in the log, the features' replicas, and what waits to be sent. */
export class LastingRoom {
  readonly #options: LastingRoomOptions;
  readonly #chat = new Replica(chatModel);
  readonly #timer = new Replica(timerModel);
  readonly #tasks = new Replica(tasksModel);
  readonly #access = new Replica(accessModel);
  readonly #goals = new Replica(goalsModel);
  readonly #standup = new Replica(standupModel);
  readonly #notes = new Replica(notesModel);
  readonly #replicas = [
    this.#chat,
    this.#timer,
    this.#access,
    this.#tasks,
    this.#goals,
    this.#standup,
    this.#notes,
  ];
  readonly #log: RoomLog;
  readonly #outbox: Outbox;
  #failed: readonly FailedCommand[] = [];
  #meanwhile: RoomEvent[] | null = null;

  constructor(options: LastingRoomOptions) {
    this.#options = options;
    this.#log = new RoomLog({
      catchUp: async (since) => {
        const answer = await options.ask('catch-up', { since });
        return answer === null ? null : (parseIncoming(catchUpSchema, answer, 'catch-up') ?? null);
      },
      apply: (event) => this.#apply(event),
      caughtUp: () => this.#show(),
      lost: () => options.rejoin(),
    });
    this.#outbox = new Outbox(
      {
        ask: options.command,
        reached: () => this.position?.seq ?? 0,
        changed: () => this.#onOutbox(),
        refused: (command, refusal) => this.#onRefused(command, refusal),
      },
      options.storage.read(),
    );
    for (const replica of this.#replicas) replica.setPending(this.#outbox.commands);
  }

  get position(): Position | null {
    return this.#log.position;
  }

  get state(): LastingState {
    return {
      log: this.position,
      chat: this.#chat.shown,
      timer: this.#timer.shown,
      tasks: this.#tasks.shown,
      access: this.#access.shown,
      goals: this.#goals.shown,
      standup: this.#standup.shown,
      notes: this.#notes.shown,
      outbox: this.#outbox.commands,
      failed: this.#failed,
    };
  }

  joined(ack: JoinAck): void {
    this.#meanwhile = null;
    if (ack.resumed && ack.epoch !== undefined) this.#log.resume(ack.epoch, ack.events, ack.more);
    else this.#takeState(ack);
    // A log that could not be resumed asks to join again: nothing goes out before.
    if (this.position !== null) this.#outbox.open();
    this.#show();
  }

  disconnected(): void {
    this.#meanwhile = null;
    this.#log.pause();
    this.#outbox.close();
  }

  receive(event: unknown): void {
    this.#log.receive(event);
    this.#show();
  }

  send(command: PendingCommand): Promise<Answer> {
    return this.#outbox.add(command);
  }

  /** Under a new id: the old one may be known for its refusal. */
  retry(commandId: string, newCommandId: string): void {
    const failed = this.#failed.find((each) => each.commandId === commandId);
    if (failed === undefined) return;
    this.discard(commandId);
    const { event, payload, at, by, name } = failed;
    void this.#outbox.add({ commandId: newCommandId, event, payload, at, by, name });
  }

  discard(commandId: string): void {
    this.#failed = this.#failed.filter((each) => each.commandId !== commandId);
    this.#show();
  }

  /** The page of messages before the first that we have; whether it came. */
  async loadOlderMessages(): Promise<boolean> {
    const before = this.#chat.shown?.messages[0]?.messageId ?? 0;
    if (before === 0 || this.#meanwhile !== null) return false;
    const meanwhile: RoomEvent[] = [];
    this.#meanwhile = meanwhile;
    const raw = await this.#options.ask('chat-history', { before, limit: HISTORY_PAGE });
    if (this.#meanwhile !== meanwhile) return false;
    this.#meanwhile = null;
    const answer = raw === null ? undefined : parseIncoming(chatHistorySchema, raw, 'chat-history');
    if (answer?.ok !== true || meanwhile.length >= MEANWHILE_MAX) return false;
    // The page may be older than an edit that came before it.
    this.#chat.amend((state) =>
      meanwhile.reduce(chatModel.reduce, withOlder(state, answer.messages, answer.more)),
    );
    this.#show();
    return true;
  }

  chatRead(seq: number): void {
    this.#chat.amend((state) => withRead(state, seq));
    const epoch = this.position?.epoch;
    if (epoch !== undefined) this.#options.readMark.write({ epoch, seq });
    this.#show();
  }

  /** What waits to be sent stays in the storage, for the next visit to this room in this tab. */
  end(): void {
    this.disconnected();
    this.#outbox.end();
    this.#log.forget();
  }

  #takeState(ack: JoinAck): void {
    this.#chat.start(viewOf(chatViewSchema, ack.chat, 'chat'));
    this.#timer.start(viewOf(timerViewSchema, ack.timer, 'timer'));
    this.#tasks.start(viewOf(tasksViewSchema, ack.tasks, 'tasks'));
    this.#access.start(viewOf(accessViewSchema, ack.room, 'room'));
    this.#goals.start(viewOf(goalsViewSchema, ack.goals, 'goals'));
    this.#standup.start(viewOf(standupViewSchema, ack.standup, 'standup'));
    this.#notes.start(viewOf(notesViewSchema, ack.notes, 'notes'));
    if (ack.epoch === undefined) this.#log.forget();
    else this.#log.start({ epoch: ack.epoch, seq: ack.seq });
    // The server forgets what was read when it restarts; this browser does not.
    const mark = this.#options.readMark.read();
    if (mark?.epoch === ack.epoch) this.#chat.amend((state) => withRead(state, mark?.seq ?? 0));
    this.#outbox.startOver();
  }

  #apply(event: RoomEvent): void {
    for (const replica of this.#replicas) replica.apply(event);
    if (this.#meanwhile !== null && this.#meanwhile.length < MEANWHILE_MAX) this.#meanwhile.push(event);
    if (event.commandId === undefined) this.#outbox.reached(event.seq);
    else this.#outbox.seen(event.commandId, event.seq);
  }

  #onOutbox(): void {
    this.#options.storage.write(this.#outbox.unacknowledged);
    for (const replica of this.#replicas) replica.setPending(this.#outbox.commands);
    this.#show();
  }

  #onRefused(command: PendingCommand, refusal: Refusal): void {
    const { code, message } = refusal;
    if (WORTH_KEEPING.includes(command.event))
      this.#failed = [...this.#failed, { ...command, refusal: { code, message } }].slice(-FAILED_MAX);
    else this.#options.refused(refusal);
    this.#show();
  }

  #show(): void {
    this.#options.changed(this.state);
  }
}

function viewOf<T>(schema: ZodType<T>, view: unknown, feature: string): T | null {
  return view === undefined ? null : (parseIncoming(schema, view, feature) ?? null);
}
