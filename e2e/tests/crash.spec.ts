import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { Focusly } from '../harness/focusly.ts';
import { expect, test } from '../harness/test.ts';

const KILLS = 20;
const WRITERS = 3;
const MOST_MINUTES = 240;
/** Longer than the server ever takes to answer while it lives. */
const ANSWER_MS = 2_000;

type Json = Record<string, unknown>;

interface RoomEvent extends Json {
  seq: number;
  type: string;
  commandId?: string;
}

interface Sent {
  commandId: string;
  seq: number;
}

/** A promise for others to keep. */
function later(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((keep) => (resolve = keep));
  return { promise, resolve };
}

/**
 * Sends commands of the chat, the timer, the task board and the goals without pause, each until it is answered, and follows
 * the room as a client may.
 */
class Writer {
  readonly acknowledged: Sent[] = [];
  /** Its tasks and its goal, as acknowledged. */
  readonly tasks = new Map<number, string>();
  goal = '';
  readonly events = new Map<number, RoomEvent>();
  readonly differing: number[] = [];
  readonly #socket: Socket;
  readonly #room: string;
  readonly #name: string;
  readonly #number: number;
  #epoch: string | undefined;
  #joined = later();
  #stopped = false;

  constructor(server: Focusly, room: string, number: number) {
    this.#room = room;
    this.#name = `w${number}`;
    this.#number = number;
    const socket = io(server.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
    });
    socket.on('connect', () => void this.#join());
    socket.on('disconnect', () => (this.#joined = later()));
    socket.on('room-event', (event: RoomEvent) => this.#take(event));
    this.#socket = socket;
  }

  get ready(): Promise<void> {
    return this.#joined.promise;
  }

  /** All up to here is there without a gap. */
  get reached(): number {
    let seq = 0;
    while (this.events.has(seq + 1)) seq += 1;
    return seq;
  }

  async write(): Promise<void> {
    let taskId = 0;
    for (let number = 1; !this.#stopped; number += 1) {
      const text = `${this.#name} ${number}`;
      // No two in a row are the same, which would change nothing and so have no event.
      const focus = 1 + ((number * WRITERS + this.#number) % MOST_MINUTES);
      switch (number % 10) {
        case 1:
          taskId = await this.#send('task-add', { title: text });
          this.tasks.set(taskId, text);
          break;
        case 2:
          await this.#send('task-move', { taskId, column: 'doing' });
          break;
        case 3:
          await this.#send('goal-set', { text });
          this.goal = text;
          break;
        case 4:
          await this.#send('task-update', { taskId, title: text });
          this.tasks.set(taskId, text);
          break;
        case 5:
          await this.#send('timer-configure', { focus });
          break;
        case 6:
          // Some stay, so that there is a board to be lost; as many as it takes are too many.
          if (number % 100 === 6) break;
          await this.#send('task-remove', { taskId });
          this.tasks.delete(taskId);
          break;
        default:
          await this.#send('chat-send', { text });
      }
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Asks for what it has not heard of, until there is no more. */
  async catchUp(): Promise<void> {
    for (let more = true; more;) {
      const answer = await this.#ask('catch-up', { since: this.reached });
      expect(answer).toMatchObject({ ok: true, resumed: true });
      (answer['events'] as RoomEvent[]).forEach((event) => this.#take(event));
      more = answer['more'] as boolean;
    }
  }

  async state(): Promise<Json> {
    return this.#ask('join-room', { roomId: this.#room, userId: this.#name, protocol: 1 });
  }

  close(): void {
    this.#socket.close();
  }

  async #join(): Promise<void> {
    const known = this.#epoch === undefined ? {} : { since: this.reached, epoch: this.#epoch };
    for (;;) {
      const answer = await this.#ask('join-room', {
        roomId: this.#room,
        userId: this.#name,
        protocol: 1,
        ...known,
      }).catch(() => null);
      if (!this.#socket.connected) return;
      if (answer?.['ok'] !== true) continue;
      this.#epoch = answer['epoch'] as string;
      (answer['events'] as RoomEvent[] | undefined)?.forEach((event) => this.#take(event));
      this.#joined.resolve();
      return;
    }
  }

  /** With the same id until there is an answer: the number of its event. */
  async #send(event: string, payload: Json): Promise<number> {
    const commandId = randomUUID();
    for (;;) {
      await this.ready;
      const answer = await this.#ask(event, { ...payload, commandId }).catch(() => null);
      if (answer?.['ok'] === true) {
        const seq = answer['seq'] as number;
        this.acknowledged.push({ commandId, seq });
        return seq;
      }
      if (answer !== null) throw new Error(`${event} was refused: ${JSON.stringify(answer)}`);
    }
  }

  #ask(event: string, payload: Json): Promise<Json> {
    return this.#socket.timeout(ANSWER_MS).emitWithAck(event, payload) as Promise<Json>;
  }

  #take(told: RoomEvent): void {
    const event = lasting(told);
    const known = this.events.get(event.seq);
    if (known === undefined) this.events.set(event.seq, event);
    else if (JSON.stringify(known) !== JSON.stringify(event)) this.differing.push(event.seq);
  }
}

/** Without what a later event overwrites: the words of a task or a goal are in one event at a time. */
function lasting(event: RoomEvent): RoomEvent {
  if (!/^(task|goal)-/.test(event.type)) return event;
  return Object.fromEntries(
    Object.entries(event).filter(([field]) => !['title', 'text'].includes(field)),
  ) as RoomEvent;
}

test('what was acknowledged outlives twenty crashes, once and in order', async () => {
  test.setTimeout(180_000);
  const server = await Focusly.start({ FOCUSLY_MESSAGES: 'off' });
  const room = await server.createRoom();
  const writers = Array.from({ length: WRITERS }, (_, index) => new Writer(server, room, index));
  try {
    await Promise.all(writers.map(({ ready }) => ready));
    const writing = Promise.all(writers.map((writer) => writer.write()));
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await pause(50 + Math.random() * 450);
      await server.kill();
      await server.startAgain();
      await Promise.race([Promise.all(writers.map(({ ready }) => ready)), writing]);
    }
    writers.forEach((writer) => writer.stop());
    await writing;
    for (const writer of writers) await writer.catchUp();

    const [first, ...others] = writers.map(({ events }) =>
      [...events.values()].sort((a, b) => a.seq - b.seq),
    );
    expect(first?.map(({ seq }) => seq)).toEqual(first?.map((_, index) => index + 1));
    for (const other of others) expect(other).toEqual(first);
    expect(writers.flatMap(({ differing }) => differing)).toEqual([]);

    const places = new Map<string, number[]>();
    for (const { commandId, seq } of first ?? [])
      if (commandId !== undefined) places.set(commandId, [...(places.get(commandId) ?? []), seq]);
    for (const { acknowledged } of writers) {
      expect(acknowledged.length).toBeGreaterThan(KILLS);
      expect(acknowledged.map(({ commandId }) => places.get(commandId))).toEqual(
        acknowledged.map(({ seq }) => [seq]),
      );
      const order = acknowledged.map(({ seq }) => seq);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
    const states = await Promise.all(writers.map((writer) => writer.state()));
    for (const state of states)
      for (const part of ['seq', 'chat', 'timer', 'tasks', 'goals'])
        expect(state[part]).toEqual(states[0]?.[part]);
    expect(first?.map(({ type }) => type)).toEqual(expect.arrayContaining(['task-removed', 'goal-set']));
    const { tasks } = states[0]?.['tasks'] as { tasks: { taskId: number; title: string }[] };
    expect(new Map(tasks.map(({ taskId, title }) => [taskId, title]))).toEqual(
      new Map(writers.flatMap((writer) => [...writer.tasks])),
    );
    const { goals } = states[0]?.['goals'] as { goals: { text: string }[] };
    // Without a cookie a writer is somebody else after each crash, so there are older ones.
    expect(goals.map(({ text }) => text)).toEqual(expect.arrayContaining(writers.map(({ goal }) => goal)));
    const count = writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    console.log(`crashes: ${KILLS}, acknowledged: ${count}, events: ${first?.length}`);
  } finally {
    writers.forEach((writer) => writer.close());
    await server.stop();
  }
});
