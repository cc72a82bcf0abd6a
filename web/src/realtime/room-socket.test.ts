import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomSocket, type RoomSocketHandlers } from './room-socket';

interface Sent {
  event: string;
  payload: unknown;
  answer: (value: unknown) => void;
}

/** As much of a Socket as the room uses; acknowledgements come from the test or time out. */
class FakeSocket {
  connected = false;
  connects = 0;
  readonly sent: Sent[] = [];
  readonly listeners = new Map<string, (value?: unknown) => void>();
  readonly volatile = {
    emit: (event: string, payload: unknown) => this.sent.push(unacknowledged(event, payload)),
  };

  on(event: string, listener: (value?: unknown) => void): void {
    this.listeners.set(event, listener);
  }

  connect(): void {
    this.connects += 1;
  }

  disconnect(): void {
    this.connected = false;
  }

  emit(event: string, payload?: unknown): void {
    this.sent.push(unacknowledged(event, payload));
  }

  timeout(ms: number) {
    return {
      emit: (event: string, ...rest: unknown[]) => {
        const done = rest.pop() as (error: Error | null, value?: unknown) => void;
        const timer = setTimeout(() => done(new Error('timeout')), ms);
        const answer = (value: unknown): void => {
          clearTimeout(timer);
          done(null, value);
        };
        this.sent.push({ event, payload: rest[0], answer });
      },
    };
  }

  open(): void {
    this.connected = true;
    this.say('connect');
  }

  lose(reason = 'transport close'): void {
    this.connected = false;
    this.say('disconnect', reason);
  }

  say(event: string, value?: unknown): void {
    this.listeners.get(event)?.(value);
  }

  all(event: string): Sent[] {
    return this.sent.filter((each) => each.event === event);
  }

  last(event: string): Sent {
    const found = this.all(event).at(-1);
    if (found === undefined) throw new Error(`Nothing sent as ${event}.`);
    return found;
  }
}

function unacknowledged(event: string, payload: unknown): Sent {
  return { event, payload, answer: () => undefined };
}

const MEDIA = { mic: true, camera: false, screen: false, hand: false };
const request = { roomId: 'room', userId: 'me', name: 'Ada' };
const ack = (fields: object = {}) => ({
  ok: true,
  serverTime: Date.now(),
  you: { memberId: 'm', userId: 'me' },
  members: [],
  iceServers: [],
  limits: { members: 100, videoPublishers: 8 },
  ...fields,
});

function setUp() {
  const socket = new FakeSocket();
  const told: unknown[][] = [];
  const handlers = Object.fromEntries(
    (
      [
        'connected',
        'disconnected',
        'joined',
        'renewed',
        'refused',
        'waiting',
        'ownerKeyUsed',
        'mediaRefused',
        'memberUpdated',
        'userConnected',
        'userDisconnected',
        'receiveVideo',
        'notice',
        'roomEvent',
        'typing',
        'chatRead',
        'memberWaiting',
        'memberWaitingGone',
      ] satisfies (keyof RoomSocketHandlers)[]
    ).map((name) => [name, (...values: unknown[]) => told.push([name, ...values])]),
  ) as unknown as RoomSocketHandlers;
  const room = new RoomSocket({
    socket: socket as unknown as Socket,
    handlers,
    timeZone: 'UTC',
    random: () => 0.5,
  });
  const names = (): unknown[] => told.map(([name]) => name);
  return { socket, room, told, names };
}

function joined() {
  const all = setUp();
  all.room.open();
  all.room.join(request);
  all.socket.open();
  all.socket.last('join-room').answer(ack());
  return all;
}

describe('the room socket', () => {
  const warn = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(console, 'warn').mockImplementation(warn);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    warn.mockClear();
  });

  it('joins with protocol 1 and the media as it stands', () => {
    const { socket, room, names } = setUp();
    room.sendMedia(MEDIA);
    room.open();
    socket.open();
    expect(socket.all('join-room')).toHaveLength(0);
    room.join(request);
    expect(socket.last('join-room').payload).toEqual({
      ...request,
      protocol: 1,
      media: MEDIA,
      status: 'available',
      timeZone: 'UTC',
    });
    socket.last('join-room').answer(ack());
    expect(names()).toEqual(['connected', 'joined']);
    expect(socket.all('media-state')).toHaveLength(0);
  });

  it('asks again when no answer comes, or none that can be read', () => {
    const { socket, room } = setUp();
    room.open();
    room.join(request);
    socket.open();
    vi.advanceTimersByTime(4_000 + 300);
    expect(socket.all('join-room')).toHaveLength(2);
    socket.last('join-room').answer({ ok: true });
    vi.advanceTimersByTime(600);
    expect(socket.all('join-room')).toHaveLength(3);
  });

  it('joins again at every connection', () => {
    const { socket, names } = joined();
    socket.lose();
    socket.open();
    expect(socket.all('join-room')).toHaveLength(2);
    socket.last('join-room').answer(ack());
    expect(names()).toEqual(['connected', 'joined', 'disconnected', 'connected', 'joined']);
  });

  it('ignores an answer that belongs to a lost connection', () => {
    const { socket, room, names } = setUp();
    room.open();
    room.join(request);
    socket.open();
    const late = socket.last('join-room');
    socket.lose();
    late.answer(ack());
    expect(names()).not.toContain('joined');
  });

  it('connects again when the server closed on it', () => {
    const { socket } = joined();
    socket.lose('io server disconnect');
    vi.advanceTimersByTime(1_000);
    expect(socket.connects).toBe(2);
  });

  it.each(['invalid-room-id', 'room-full'])('takes %s at the first join for final', (code) => {
    const { socket, room, told } = setUp();
    room.open();
    room.join(request);
    socket.open();
    socket.last('join-room').answer({ ok: false, code, message: 'No.' });
    expect(told.at(-1)).toEqual(['refused', { ok: false, code, message: 'No.' }]);
    vi.advanceTimersByTime(60_000);
    expect(socket.all('join-room')).toHaveLength(1);
  });

  it('asks on when the room is full of its own former connection', () => {
    const { socket, names } = joined();
    socket.lose();
    socket.open();
    socket.last('join-room').answer({ ok: false, code: 'room-full' });
    vi.advanceTimersByTime(400);
    expect(socket.all('join-room')).toHaveLength(3);
    expect(names()).not.toContain('refused');
  });

  it('tells the media state that changed during the join', () => {
    const { socket, room } = setUp();
    room.open();
    room.join(request);
    socket.open();
    room.sendMedia(MEDIA);
    expect(socket.all('media-state')).toHaveLength(0);
    socket.last('join-room').answer(ack());
    expect(socket.last('media-state').payload).toEqual(MEDIA);
  });

  it('tells the media again where the server left out a part, and says when that is refused', () => {
    const { socket, room, told } = setUp();
    room.sendMedia(MEDIA);
    room.open();
    room.join(request);
    socket.open();
    const media = { ...MEDIA, mic: false };
    const connection = { userId: 'me', protocol: 1, joinedAt: 1, publisher: true, media };
    const member = { memberId: 'm', role: 'member', joinedAt: 1, connections: [connection] };
    socket.last('join-room').answer(ack({ members: [member] }));
    const refusal = { ok: false, code: 'not-permitted', message: 'Muted.', path: 'mic' };
    socket.last('media-state').answer(refusal);
    expect(told.at(-1)).toEqual(['mediaRefused', refusal]);
  });

  it('tells the status with the join, when it changes, and when it changed during the join', () => {
    const { socket, room } = setUp();
    room.sendStatus('focusing');
    room.open();
    room.join(request);
    socket.open();
    expect(socket.last('join-room').payload).toMatchObject({ status: 'focusing' });
    room.sendStatus('away');
    expect(socket.all('presence')).toHaveLength(0);
    socket.last('join-room').answer(ack());
    expect(socket.last('presence').payload).toEqual({ status: 'away' });
    room.sendStatus('away');
    room.sendStatus('break');
    expect(socket.all('presence')).toHaveLength(2);
    socket.lose();
    socket.open();
    expect(socket.last('join-room').payload).toMatchObject({ status: 'break' });
  });

  describe('at the door', () => {
    const waiting = () => {
      const all = setUp();
      all.room.open();
      all.room.join(request);
      all.socket.open();
      all.socket.last('join-room').answer({ ok: false, code: 'waiting-for-admission', message: '' });
      return all;
    };

    it('waits without asking again, and joins when it is admitted', () => {
      const { socket, names } = waiting();
      vi.advanceTimersByTime(60_000);
      expect(socket.all('join-room')).toHaveLength(1);
      expect(names().at(-1)).toBe('waiting');
      socket.say('notice', { code: 'admitted', message: 'You may come in.' });
      expect(socket.all('join-room')).toHaveLength(2);
      socket.last('join-room').answer(ack());
      expect(names().at(-1)).toBe('joined');
    });

    it('asks again after a lost connection', () => {
      const { socket, names } = waiting();
      socket.lose();
      socket.say('notice', { code: 'admitted', message: '' });
      socket.open();
      expect(socket.all('join-room')).toHaveLength(2);
      socket.last('join-room').answer({ ok: false, code: 'waiting-for-admission', message: '' });
      expect(names().filter((name) => name === 'waiting')).toHaveLength(2);
    });

    it.each(['entry-refused', 'room-locked', 'banned'])('goes away at the notice %s', (code) => {
      const { socket, told } = waiting();
      socket.say('notice', { code, message: 'No.' });
      expect(told.at(-1)).toEqual(['refused', { code, message: 'No.' }]);
    });

    it('tells the server when it waits no more', async () => {
      const { socket, room } = waiting();
      const leaving = room.leave();
      socket.last('leave-room').answer({ ok: true });
      await leaving;
      expect(socket.connected).toBe(false);
    });
  });

  it.each(['banned', 'room-locked', 'too-many-waiting'])('takes %s for final also at a rejoin', (code) => {
    const { socket, told } = joined();
    socket.lose();
    socket.open();
    socket.last('join-room').answer({ ok: false, code, message: 'No.' });
    expect(told.at(-1)).toEqual(['refused', { ok: false, code, message: 'No.' }]);
    vi.advanceTimersByTime(60_000);
    expect(socket.all('join-room')).toHaveLength(2);
  });

  it.each(['removed', 'banned'])('is out at the notice %s', (code) => {
    const { socket, told } = joined();
    socket.say('notice', { code, message: 'Go.' });
    expect(told.at(-1)).toEqual(['refused', { code, message: 'Go.' }]);
  });

  it('shows the owner key until it was taken', () => {
    const { socket, room, told } = setUp();
    room.open();
    room.join({ ...request, ownerKey: 'key' });
    socket.open();
    expect(socket.last('join-room').payload).toMatchObject({ ownerKey: 'key' });
    socket.last('join-room').answer(ack());
    expect(told).toContainEqual(['ownerKeyUsed', null]);
    socket.lose();
    socket.open();
    expect(socket.last('join-room').payload).not.toHaveProperty('ownerKey');
  });

  it('joins without an owner key that is none, and says so', () => {
    const { socket, room, told } = setUp();
    room.open();
    room.join({ ...request, ownerKey: 'key' });
    socket.open();
    const refusal = { ok: false, code: 'invalid-owner-key', message: 'No.', path: 'ownerKey' };
    socket.last('join-room').answer(refusal);
    expect(told.at(-1)).toEqual(['ownerKeyUsed', refusal]);
    expect(socket.all('join-room')).toHaveLength(2);
    expect(socket.last('join-room').payload).not.toHaveProperty('ownerKey');
  });

  it('hands on what is well formed, and only once joined', () => {
    const { socket, room, told } = setUp();
    room.open();
    room.join(request);
    socket.open();
    socket.say('user-connected', 'early');
    socket.last('join-room').answer(ack());
    socket.say('user-connected', 'other');
    socket.say('user-disconnected', { userId: 'other' });
    socket.say('receive-video', { userId: 'other', on: false });
    socket.say('member-updated', 42);
    expect(told.slice(2)).toEqual([
      ['userConnected', 'other'],
      ['receiveVideo', { userId: 'other', on: false }],
    ]);
    expect(warn).toHaveBeenCalledTimes(2);
  });

  it('renews the ICE servers at three quarters of their life', () => {
    const { socket, room, told, names } = setUp();
    room.open();
    room.join(request);
    socket.open();
    socket.last('join-room').answer(ack({ iceServersExpireAt: Date.now() + 400_000 }));
    vi.advanceTimersByTime(299_000);
    expect(socket.all('join-room')).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(socket.all('join-room')).toHaveLength(2);
    socket.last('join-room').answer(ack({ iceServers: [{ urls: ['turn:x'] }] }));
    expect(names().at(-1)).toBe('renewed');
    expect(told.at(-1)?.[1]).toMatchObject({ iceServers: [{ urls: ['turn:x'] }] });
  });

  it('learns the server time from the quickest answer', () => {
    const { socket, room } = joined();
    vi.advanceTimersByTime(20);
    socket.last('clock').answer({ ok: true, serverTime: Date.now() - 10 + 7_000 });
    expect(room.serverNow() - Date.now()).toBe(7_000);
  });

  it('asks for the time several times at the join, every few minutes, and when it is told to', () => {
    const { socket, room } = joined();
    const asked = (): number => socket.all('clock').length;
    const burst = (offset: number): void => {
      for (let sample = 0; sample < 4; sample += 1) {
        socket.last('clock').answer({ ok: true, serverTime: Date.now() + offset });
        vi.advanceTimersByTime(400);
      }
    };
    expect(asked()).toBe(1);
    burst(7_000);
    expect(asked()).toBe(4);
    expect(room.serverNow() - Date.now()).toBe(7_000);
    vi.advanceTimersByTime(180_000);
    expect(asked()).toBe(5);
    burst(7_000);
    expect(asked()).toBe(8);
    // Somebody has set our clock: one answer is enough to know.
    room.checkClock();
    expect(asked()).toBe(9);
    burst(-3_593_000);
    expect(room.serverNow() - Date.now()).toBe(-3_593_000);
  });

  it('goes on asking for the time where an answer got lost', () => {
    const { socket } = joined();
    vi.advanceTimersByTime(4_000 + 400);
    expect(socket.all('clock')).toHaveLength(2);
  });

  it('says goodbye, and comes back no more', async () => {
    const { socket, room } = joined();
    const leaving = room.leave();
    socket.last('leave-room').answer({ ok: true });
    await leaving;
    expect(socket.connected).toBe(false);
    socket.lose();
    vi.advanceTimersByTime(60_000);
    expect(socket.connects).toBe(1);
  });
});
