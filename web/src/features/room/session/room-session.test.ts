import type { Peer } from 'peerjs';
import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { AWAY_AFTER_MS } from './away-watch';
import { RoomCallSession, type RoomSessionOptions } from './room-session';
import type { LocalMedia, LocalMediaState } from './types';

vi.mock('./sending/placeholders', () => ({
  createPlaceholders: () => ({ audio: null, video: null, dispose: () => undefined }),
}));

type Listener = (value?: unknown) => void;
type Answer = (error: Error | null, value?: unknown) => void;

class FakeSocket {
  connected = false;
  readonly sent: { event: string; payload: unknown; answer: Answer }[] = [];
  readonly listeners = new Map<string, Listener>();
  readonly volatile = { emit: (event: string, payload: unknown) => this.#note(event, payload) };
  on = (event: string, listener: Listener): void => void this.listeners.set(event, listener);
  emit = (event: string): void => this.#note(event, undefined);
  connects = 0;

  connect(): void {
    this.connects++;
  }

  disconnect(): void {
    this.connected = false;
  }

  timeout() {
    return {
      emit: (event: string, ...rest: unknown[]) => {
        const answer = rest.pop() as Answer;
        this.#note(event, rest[0], answer);
      },
    };
  }

  open(): void {
    this.connected = true;
    this.say('connect');
  }

  lose(): void {
    this.connected = false;
    this.say('disconnect', 'transport close');
  }

  say(event: string, value?: unknown): void {
    this.listeners.get(event)?.(value);
  }

  events(event: string) {
    return this.sent.filter((each) => each.event === event);
  }

  #note(event: string, payload: unknown, answer: Answer = () => undefined): void {
    this.sent.push({ event, payload, answer });
  }
}

class FakePeer {
  open = false;
  destroyed = false;
  disconnected = false;
  readonly listeners = new Map<string, Listener>();
  constructor(
    readonly id: string,
    readonly options: object,
  ) {}
  on = (event: string, listener: Listener): void => void this.listeners.set(event, listener);
  /** Rings for ever: the calls themselves are the mesh's tests' matter. */
  call = (peer: string) => ({
    peer,
    on: () => undefined,
    close: () => undefined,
    peerConnection: { getSenders: () => [], addEventListener: () => undefined },
  });
  disconnect = (): void => undefined;
  destroy(): void {
    this.destroyed = true;
  }
  accept(): void {
    this.open = true;
    this.listeners.get('open')?.();
  }
}

const OFF = { mic: false, camera: false, screen: false, hand: false };
const connection = (userId: string, publisher = true) => ({
  userId,
  protocol: 1,
  joinedAt: 1,
  publisher,
  media: OFF,
});
const member = (userId: string, publisher = true) => ({
  memberId: `m-${userId}`,
  name: userId,
  role: 'member',
  joinedAt: 1,
  connections: [connection(userId, publisher)],
});

function fakeMedia(): LocalMedia & { disposed: () => boolean } {
  const stream = { getAudioTracks: () => [], getVideoTracks: () => [] } as unknown as MediaStream;
  const state = { stream, mic: true, camera: true, level: 0 } as unknown as LocalMediaState;
  let disposed = false;
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    store: createStore(() => state),
    start: nothing,
    setMicrophone: nothing,
    holdMicrophone: () => Promise.resolve(true),
    releaseMicrophone: () => Promise.resolve(true),
    setCamera: nothing,
    useMicrophone: nothing,
    useCamera: nothing,
    useSpeaker: () => undefined,
    flipCamera: nothing,
    dispose: () => {
      disposed = true;
    },
    disposed: () => disposed,
  };
}

function setUp(
  supported = true,
  options: Partial<RoomSessionOptions> = {},
  introduce = () => Promise.resolve(),
) {
  const socket = new FakeSocket();
  const peers: FakePeer[] = [];
  const media = fakeMedia();
  const page = new EventTarget();
  const session = new RoomCallSession(
    { roomId: 'room', name: 'Ada', media, ...options },
    {
      createSocket: () => socket as unknown as Socket,
      createPeer: (id, options) => {
        const peer = new FakePeer(id, options);
        peers.push(peer);
        return peer as unknown as Peer;
      },
      address: { host: 'here', port: 1, secure: false },
      supported,
      timeZone: 'UTC',
      introduce,
      now: Date.now,
      page: page as Window,
      newCommandId: () => crypto.randomUUID(),
      storage: () => ({
        outbox: { read: () => [], write: () => undefined },
        ownOutbox: { read: () => [], write: () => undefined },
        readMark: { read: () => null, write: () => undefined },
        status: { read: () => null, write: () => undefined },
      }),
    },
  );
  const state = () => session.store.getState();
  const answerJoin = (answer: object): void => socket.events('join-room').at(-1)?.answer(null, answer);
  const myId = (): string => peers.at(-1)?.id ?? '';
  const admit = (members: object[] = [], publisher = true): void =>
    answerJoin({
      ok: true,
      serverTime: Date.now(),
      you: { memberId: 'me', userId: myId() },
      members: [member(myId(), publisher), ...members],
      iceServers: [{ urls: ['stun:ours'] }],
      limits: { members: 10, videoPublishers: 2 },
    });
  const enter = (members: object[] = [], publisher = true): void => {
    session.join();
    peers.at(-1)?.accept();
    socket.open();
    admit(members, publisher);
  };
  return { socket, peers, media, page, session, state, answerJoin, admit, enter };
}

describe('a room session', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal(
      'MediaStream',
      class {
        getTracks = (): [] => [];
      },
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('joins only when its media address is known to the broker', () => {
    const { socket, peers, session, state } = setUp();
    session.join();
    socket.open();
    expect(socket.events('join-room')).toHaveLength(0);
    peers[0]?.accept();
    expect(socket.events('join-room')[0]?.payload).toMatchObject({
      roomId: 'room',
      name: 'Ada',
      userId: peers[0]?.id,
      media: { mic: true, camera: true, screen: false, hand: false },
    });
    expect(state().status).toBe('connecting');
  });

  it('connects once the server knows this browser, so that it is no guest', async () => {
    let known = (): void => undefined;
    const { session, socket } = setUp(true, {}, () => new Promise<void>((resolve) => (known = resolve)));
    session.join();
    expect(session.store.getState().status).toBe('connecting');
    expect(socket.connects).toBe(0);
    known();
    await vi.waitFor(() => expect(socket.connects).toBe(1));
  });

  it('does not connect any more when it was left before', async () => {
    const { session, socket } = setUp();
    session.join();
    await session.leave();
    expect(socket.connects).toBe(0);
  });

  it('shows who is there, oneself apart, and hands the ICE servers to the calls', () => {
    const { peers, state, enter } = setUp();
    enter([member('bob'), member('cyd')]);
    expect(state()).toMatchObject({
      status: 'connected',
      listening: false,
      limits: { members: 10, videoPublishers: 2 },
    });
    expect(state().self).toMatchObject({ userId: peers[0]?.id, isSelf: true, media: { mic: true } });
    expect(state().others.map(({ userId }) => userId)).toEqual(['bob', 'cyd']);
    expect(peers[0]?.options).toMatchObject({ config: { iceServers: [{ urls: ['stun:ours'] }] } });
  });

  it('keeps everybody on the page while it finds the server again', () => {
    const { socket, state, admit, enter } = setUp();
    enter([member('bob')]);
    socket.lose();
    expect(state()).toMatchObject({ status: 'reconnecting', others: [{ userId: 'bob' }] });
    socket.open();
    admit();
    expect(state()).toMatchObject({ status: 'connected', others: [{ userId: 'bob' }] });
    vi.advanceTimersByTime(9_000);
    expect(state().others).toEqual([]);
  });

  it('loses at once who left', () => {
    const { socket, state, enter } = setUp();
    enter([member('bob')]);
    socket.say('user-disconnected', 'bob');
    expect(state().others).toEqual([]);
  });

  it('only listens when too many publish, and says so until it is promoted', () => {
    const { socket, peers, state, enter } = setUp();
    enter([], false);
    expect(state()).toMatchObject({ listening: true, self: { media: OFF } });
    expect(socket.events('media-state').at(-1)?.payload).toEqual(OFF);
    socket.say('member-updated', member(peers[0]?.id ?? ''));
    expect(state()).toMatchObject({ listening: false, self: { media: { mic: true, camera: true } } });
  });

  it('shares no screen while it only listens', async () => {
    const { session, state, enter } = setUp();
    enter([], false);
    await session.startScreenShare();
    expect(state().notices).toMatchObject([{ code: 'listening-only' }]);
    session.dismissNotice(state().notices[0]?.id ?? 0);
    expect(state().notices).toEqual([]);
  });

  it('tells of a raised hand', () => {
    const { socket, session, enter } = setUp();
    enter();
    session.setHand(true);
    expect(socket.events('media-state').at(-1)?.payload).toMatchObject({ hand: true });
  });

  it('asks for no camera that stays off screen, and again after a rejoin', () => {
    const { socket, session, admit, enter } = setUp();
    enter([member('bob')]);
    session.setVisible('bob', false);
    session.setVisible('stranger', false);
    vi.advanceTimersByTime(1_000);
    expect(socket.events('receive-video').map(({ payload }) => payload)).toEqual([
      { userId: 'bob', on: false },
    ]);
    socket.lose();
    socket.open();
    admit([member('bob')]);
    expect(socket.events('receive-video')).toHaveLength(2);
  });

  it('ends on a refusal, and can be asked to join again', () => {
    const { socket, peers, session, state, answerJoin } = setUp();
    session.join();
    peers[0]?.accept();
    socket.open();
    answerJoin({ ok: false, code: 'room-full', message: 'Full.' });
    expect(state()).toMatchObject({ status: 'refused', refusal: { code: 'room-full', message: 'Full.' } });
    expect(peers[0]?.destroyed).toBe(true);
    session.join();
    expect(state()).toMatchObject({ status: 'connecting', refusal: null });
    expect(peers).toHaveLength(2);
  });

  it('refuses a browser that cannot call', () => {
    const { session, state, peers } = setUp(false);
    session.join();
    expect(state()).toMatchObject({ status: 'refused', refusal: { code: 'unsupported-browser' } });
    expect(peers).toHaveLength(0);
  });

  it('waits at the door, and comes in when it is admitted', () => {
    const { socket, peers, session, state, answerJoin, admit } = setUp();
    session.join();
    peers[0]?.accept();
    socket.open();
    answerJoin({ ok: false, code: 'waiting-for-admission', message: '' });
    expect(state().status).toBe('waiting');
    socket.say('notice', { code: 'admitted', message: '' });
    admit([member('bob')]);
    expect(state()).toMatchObject({ status: 'connected', others: [{ userId: 'bob' }] });
  });

  it('ends its calls where it has to wait after it was long gone', () => {
    const { socket, peers, state, answerJoin, enter } = setUp();
    enter([member('bob')]);
    socket.lose();
    socket.open();
    answerJoin({ ok: false, code: 'waiting-for-admission', message: '' });
    expect(state()).toMatchObject({ status: 'waiting', self: null, others: [] });
    expect(peers[0]?.destroyed).toBe(true);
    peers[1]?.accept();
    expect(socket.events('join-room').at(-1)?.payload).toMatchObject({ userId: peers[1]?.id });
  });

  it.each(['removed', 'banned'])('is over when an owner says: %s', (code) => {
    const { socket, peers, state, enter } = setUp();
    enter([member('bob')]);
    socket.say('notice', { code, message: 'Go.', by: 'm-bob' });
    expect(state()).toMatchObject({ status: 'refused', refusal: { code, message: 'Go.' } });
    expect(peers[0]?.destroyed).toBe(true);
  });

  it('tells what its person does, over a lost connection and when they are away', () => {
    const { socket, page, session, state, admit, enter } = setUp();
    enter();
    session.setStatus('focusing');
    expect(state().chosenStatus).toBe('focusing');
    vi.advanceTimersByTime(AWAY_AFTER_MS);
    page.dispatchEvent(new Event('keydown'));
    expect(socket.events('presence').map(({ payload }) => payload)).toEqual([
      { status: 'focusing' },
      { status: 'away' },
      { status: 'focusing' },
    ]);
    socket.lose();
    socket.open();
    expect(socket.events('join-room').at(-1)?.payload).toMatchObject({ status: 'focusing' });
    admit();
    expect(state().chosenStatus).toBe('focusing');
  });

  it('knows nobody who waits any more when the room is handed over', () => {
    const { socket, peers, state, enter } = setUp();
    enter();
    const me = { ...member(peers[0]?.id ?? ''), role: 'owner' };
    socket.say('member-updated', me);
    socket.say('member-waiting', { memberId: 'cleo', name: 'Cleo', since: 1 });
    expect(state().waiting).toHaveLength(1);
    socket.say('member-updated', { ...me, role: 'member' });
    expect(state().waiting).toEqual([]);
  });

  it('takes the hand down when an owner lowers it', () => {
    const { socket, session, state, enter } = setUp();
    enter();
    session.setHand(true);
    socket.say('notice', { code: 'hand-lowered', message: '' });
    expect(state().self?.media.hand).toBe(false);
    expect(socket.events('media-state').at(-1)?.payload).toMatchObject({ hand: false });
  });

  it('says of an owner key whether it was taken', () => {
    const used: boolean[] = [];
    const { socket, state, answerJoin, session, peers, admit } = setUp(true, {
      ownerKey: 'key',
      onOwnerKey: (accepted) => void used.push(accepted),
    });
    session.join();
    peers[0]?.accept();
    socket.open();
    expect(socket.events('join-room')[0]?.payload).toMatchObject({ ownerKey: 'key' });
    answerJoin({ ok: false, code: 'invalid-owner-key', message: 'No.' });
    admit();
    expect(state()).toMatchObject({ status: 'connected', notices: [{ code: 'invalid-owner-key' }] });
    expect(used).toEqual([false]);
  });

  it('keeps only the latest notices', () => {
    const { socket, state, enter } = setUp();
    enter();
    for (let count = 0; count < 30; count += 1)
      socket.say('notice', { code: 'server-going-down', message: `${count}` });
    expect(state().notices).toHaveLength(20);
    expect(state().notices.at(-1)?.message).toBe('29');
  });

  it('leaves everything behind', async () => {
    const { socket, peers, media, session, state, enter } = setUp();
    enter([member('bob')]);
    const leaving = session.leave();
    socket.events('leave-room')[0]?.answer(null, { ok: true });
    await leaving;
    expect(state()).toMatchObject({ status: 'left', others: [], self: null });
    expect([peers[0]?.destroyed, media.disposed(), socket.connected]).toEqual([true, true, false]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves with the page', () => {
    const { socket, peers, media, page, state, enter } = setUp();
    enter();
    page.dispatchEvent(new Event('pagehide'));
    expect(socket.events('leave-room')).toHaveLength(1);
    expect([state().status, peers[0]?.destroyed, media.disposed()]).toEqual(['left', true, true]);
  });
});
