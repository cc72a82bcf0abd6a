import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Focusly } from '../harness/focusly.ts';
import { expect, test as base } from '../harness/test.ts';

const PATIENCE_MS = 10_000;
const MINUTE_MS = 60_000;

type Json = Record<string, unknown>;

interface TimerView extends Json {
  phase: string;
  round: number;
  startedAt: number | null;
  endsAt: number | null;
  remaining: number | null;
  paused: boolean;
  settings: Json;
  presets: Json[];
}

interface RoomEvent extends Json {
  seq: number;
  at: number;
  by: string;
  type: string;
  timer: TimerView;
}

/** A client that follows the room by what stock `socket.io-client` gives it. */
class Follower {
  readonly socket: Socket;
  readonly events: RoomEvent[] = [];
  readonly #waiting: (() => void)[] = [];

  constructor(server: Focusly) {
    this.socket = io(server.url, { transports: ['websocket'], forceNew: true, reconnectionDelayMax: 500 });
    this.socket.on('room-event', (event: RoomEvent) => {
      this.events.push(event);
      this.#waiting.splice(0).forEach((wake) => wake());
    });
  }

  ask(event: string, payload: Json = {}): Promise<Json> {
    return this.socket.timeout(PATIENCE_MS).emitWithAck(event, payload) as Promise<Json>;
  }

  async join(roomId: string, known: Json = {}): Promise<Json & { timer: TimerView }> {
    const answer = await this.ask('join-room', { roomId, userId: this.socket.id, protocol: 1, ...known });
    expect(answer).toMatchObject({ ok: true });
    return answer as Json & { timer: TimerView };
  }

  /** The event of this number, once it is there. */
  async event(seq: number): Promise<RoomEvent> {
    for (;;) {
      const event = this.events.find((each) => each.seq === seq);
      if (event) return event;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Sends a command that is carried out, and gives the event that it became. */
  async tell(event: string, payload: Json = {}): Promise<RoomEvent> {
    const answer = await this.ask(event, payload);
    expect(answer, event).toMatchObject({ ok: true, seq: expect.any(Number) });
    return this.event(answer['seq'] as number);
  }

  async refusal(event: string, payload: Json = {}): Promise<unknown> {
    const answer = await this.ask(event, payload);
    expect(answer['ok']).toBe(false);
    return answer['path'] === undefined ? answer['code'] : [answer['code'], answer['path']];
  }
}

const test = base.extend<{ arriveAt: (server: Focusly) => Follower }>({
  arriveAt: async ({}, use) => {
    const followers: Follower[] = [];
    await use((server) => {
      const follower = new Follower(server);
      followers.push(follower);
      return follower;
    });
    for (const { socket } of followers) socket.disconnect();
  },
});

async function connected(follower: Follower): Promise<void> {
  if (!follower.socket.connected)
    await new Promise<void>((resolve) => follower.socket.once('connect', resolve));
}

/** A room with two in it. */
async function two(
  server: Focusly,
  arriveAt: (server: Focusly) => Follower,
): Promise<[Follower, Follower, string]> {
  const room = await server.createRoom();
  const [anna, ben] = [arriveAt(server), arriveAt(server)];
  for (const follower of [anna, ben]) {
    await connected(follower);
    await follower.join(room);
  }
  return [anna, ben, room];
}

test('every command, as both hear it', async ({ server, arriveAt }) => {
  const [anna, ben, room] = await two(server, arriveAt);

  const started = await anna.tell('timer-start');
  expect(started).toMatchObject({ type: 'timer-started', phase: 'focus', round: 1 });
  expect(started.timer.endsAt).toBe(started.at + 25 * MINUTE_MS);
  expect(await ben.event(started.seq)).toEqual(started);

  const extended = await ben.tell('timer-extend', { minutes: 5 });
  expect(extended.timer.endsAt).toBe(started.at + 30 * MINUTE_MS);

  const paused = await anna.tell('timer-pause');
  expect(paused.timer).toMatchObject({ paused: true, endsAt: null });
  expect(paused.timer.remaining).toBe(started.at + 30 * MINUTE_MS - paused.at);

  const resumed = await ben.tell('timer-resume');
  expect(resumed.timer).toMatchObject({ paused: false, remaining: null });
  expect(resumed.timer.endsAt).toBe(resumed.at + (paused.timer.remaining ?? NaN));

  const skipped = await anna.tell('timer-skip');
  expect(skipped).toMatchObject({
    type: 'timer-skipped',
    skipped: 'focus',
    timer: { phase: 'idle', next: 'shortBreak' },
  });

  const configured = await ben.tell('timer-configure', { autoAdvance: true, quietFocus: true });
  expect(configured.timer.settings).toMatchObject({ focus: 25, autoAdvance: true, quietFocus: true });

  const saved = await anna.tell('preset-save', {
    name: 'Deep work',
    focus: 50,
    shortBreak: 10,
    longBreak: 30,
    rounds: 3,
  });
  expect(saved.timer.presets).toHaveLength(1);
  const preset = await ben.tell('timer-start', { preset: 'Deep work' });
  expect(preset).toMatchObject({
    quiet: true,
    preset: 'Deep work',
    timer: { phase: 'focus', settings: { focus: 50 } },
  });
  expect(preset.timer.endsAt).toBe(preset.at + 50 * MINUTE_MS);
  await anna.tell('preset-remove', { name: 'Deep work' });
  const reset = await ben.tell('timer-reset');
  expect(reset.timer).toMatchObject({ phase: 'idle', round: 1, next: 'focus' });

  await anna.event(reset.seq);
  expect(anna.events.filter(({ seq }) => seq >= started.seq)).toEqual(
    ben.events.filter(({ seq }) => seq >= started.seq),
  );

  const cleo = arriveAt(server);
  await connected(cleo);
  const { timer } = await cleo.join(room);
  expect(timer).toMatchObject({
    phase: 'idle',
    presets: [],
    settings: { focus: 50, rounds: 3, autoAdvance: true },
  });
});

test('what cannot be done is refused', async ({ server, arriveAt }) => {
  const [anna, ben] = await two(server, arriveAt);

  expect(await anna.refusal('timer-pause')).toBe('timer-not-running');
  expect(await anna.refusal('timer-resume')).toBe('timer-not-paused');
  expect(await anna.refusal('timer-extend', { minutes: 5 })).toBe('timer-not-running');
  expect(await anna.refusal('timer-extend', { minutes: 61 })).toEqual(['invalid-payload', 'minutes']);
  expect(await anna.refusal('timer-configure', { focus: 0 })).toEqual(['invalid-payload', 'focus']);
  expect(await anna.refusal('timer-start', { preset: 'none' })).toEqual(['unknown-preset', 'preset']);
  expect(await anna.refusal('preset-remove', { name: 'none' })).toEqual(['unknown-preset', 'name']);
  await anna.tell('timer-start', { phase: 'longBreak' });
  expect(await ben.refusal('timer-start')).toBe('timer-running');

  const outside = arriveAt(server);
  await connected(outside);
  expect(await outside.refusal('timer-start')).toBe('not-joined');
});

test('a command that is sent twice is carried out once', async ({ server, arriveAt }) => {
  const [anna] = await two(server, arriveAt);
  await anna.tell('timer-start');
  const command = { minutes: 5, commandId: randomUUID() };
  const first = await anna.tell('timer-extend', command);

  expect(first['commandId']).toBe(command.commandId);
  expect(await anna.ask('timer-extend', command)).toEqual({ ok: true, seq: first.seq, repeat: true });
  const again = await anna.tell('timer-extend', { minutes: 5 });
  expect(again.timer.endsAt).toBe((first.timer.endsAt ?? NaN) + 5 * MINUTE_MS);
});

test('a server that is killed in mid-phase goes on with it', async ({ startServer, arriveAt }) => {
  const server = await startServer();
  const [anna, ben, room] = await two(server, arriveAt);
  await anna.tell('timer-configure', { focus: 30 });
  const started = await anna.tell('timer-start');
  await ben.event(started.seq);

  await server.kill();
  await server.startAgain();
  await Promise.all([connected(anna), connected(ben)]);
  for (const follower of [anna, ben]) {
    const { timer } = await follower.join(room);
    expect(timer).toMatchObject({ phase: 'focus', round: 1, startedAt: started.at, settings: { focus: 30 } });
    expect(timer.endsAt).toBe(started.timer.endsAt);
  }

  const paused = await ben.tell('timer-pause');
  expect(paused.timer.remaining).toBe((started.timer.endsAt ?? NaN) - paused.at);
  expect(await anna.event(paused.seq)).toEqual(paused);
});

test('a status, a hand and typing reach the other one', async ({ server, arriveAt }) => {
  const [anna, ben] = await two(server, arriveAt);
  const updated = (): Promise<Json> => new Promise((resolve) => ben.socket.once('member-updated', resolve));

  let next = updated();
  expect(await anna.ask('presence', { status: 'focusing' })).toEqual({ ok: true });
  expect(await next).toMatchObject({ status: 'focusing', handRaisedAt: null });

  next = updated();
  await anna.ask('media-state', { mic: false, camera: false, screen: false, hand: true });
  expect(await next).toMatchObject({ status: 'focusing', handRaisedAt: expect.any(Number) });

  const typing = new Promise((resolve) => ben.socket.once('typing', resolve));
  anna.socket.volatile.emit('typing', { where: 'chat', on: true });
  expect(await typing).toEqual({ memberId: expect.any(String), where: 'chat', on: true });
});
