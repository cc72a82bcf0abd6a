import type { MediaConnection, Peer, PeerJSOption } from 'peerjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Broker } from './broker';

type Listener = (value: unknown) => void;

/** As much of a Peer as the broker uses, driven by the test. */
class FakePeer {
  open = false;
  destroyed = false;
  disconnected = false;
  reconnects = 0;
  readonly listeners = new Map<string, Listener>();

  constructor(
    readonly id: string,
    readonly options: PeerJSOption,
  ) {}

  on(event: string, listener: Listener): void {
    this.listeners.set(event, listener);
  }

  say(event: string, value?: unknown): void {
    this.listeners.get(event)?.(value);
  }

  accept(): void {
    this.open = true;
    this.say('open', this.id);
  }

  disconnect(): void {
    if (this.disconnected) return;
    this.open = false;
    this.disconnected = true;
    this.say('disconnected', this.id);
  }

  reconnect(): void {
    this.disconnected = false;
    this.reconnects += 1;
  }

  destroy(): void {
    if (this.destroyed) return;
    this.disconnect();
    this.destroyed = true;
    this.say('close');
  }

  refuse(type: string, message = ''): void {
    this.say('error', { type, message });
    if (this.reconnects === 0 && !this.open) this.destroy();
    else this.disconnect();
  }
}

function setUp() {
  const peers: FakePeer[] = [];
  const told: string[] = [];
  const broker = new Broker({
    address: { host: 'here', port: 1, secure: false },
    random: () => 0.5,
    createPeer: (id, options) => {
      const peer = new FakePeer(id, options);
      peers.push(peer);
      return peer as unknown as Peer;
    },
    handlers: {
      opened: (userId) => told.push(`opened ${userId}`),
      lost: () => told.push('lost'),
      incoming: (connection: MediaConnection) => told.push(`call ${connection.peer}`),
      unavailable: (userId) => told.push(`unavailable ${userId}`),
    },
  });
  const peer = (index: number): FakePeer => {
    const found = peers[index];
    if (found === undefined) throw new Error(`No peer ${index}.`);
    return found;
  };
  return { broker, peers, peer, told };
}

describe('the broker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('never leaves the ICE servers to PeerJS', () => {
    const { broker, peer } = setUp();
    broker.start();
    expect(peer(0).options.config).toEqual({ iceServers: [] });
    broker.setIceServers([{ urls: 'stun:ours' }]);
    expect(peer(0).options.config).toEqual({ iceServers: [{ urls: 'stun:ours' }] });
  });

  it('comes back with the same id after a loss, about each second, for ever', () => {
    const { broker, peers, peer, told } = setUp();
    broker.start();
    peer(0).accept();
    peer(0).disconnect();
    for (let attempt = 1; attempt <= 30; attempt += 1) {
      vi.advanceTimersByTime(1_100);
      expect(peer(0).reconnects).toBe(attempt);
      peer(0).disconnect();
    }
    vi.advanceTimersByTime(1_100);
    peer(0).accept();
    expect(peers).toHaveLength(1);
    expect(told.at(-1)).toBe(`opened ${peer(0).id}`);
  });

  it('gives up a socket that neither opens nor fails', () => {
    const { broker, peer } = setUp();
    broker.start();
    peer(0).accept();
    peer(0).disconnect();
    vi.advanceTimersByTime(400);
    expect(peer(0).reconnects).toBe(1);
    vi.advanceTimersByTime(5_000 + 800);
    expect(peer(0).reconnects).toBe(2);
  });

  it('makes a new peer with the same id when the first never opened', () => {
    const { broker, peers, peer } = setUp();
    broker.start();
    peer(0).refuse('network');
    vi.advanceTimersByTime(2_000);
    expect(peers).toHaveLength(2);
    expect(peer(1).id).toBe(peer(0).id);
  });

  it('takes a new id when the first one is taken', () => {
    const { broker, peer, told } = setUp();
    broker.start();
    peer(0).refuse('unavailable-id');
    vi.advanceTimersByTime(2_000);
    peer(1).accept();
    expect(peer(1).id).not.toBe(peer(0).id);
    expect(told.at(-1)).toBe(`opened ${peer(1).id}`);
  });

  it('insists on its id for a while when it comes back, before it takes a new one', () => {
    const { broker, peers, peer } = setUp();
    broker.start();
    peer(0).accept();
    peer(0).disconnect();
    for (let refusal = 0; refusal < 8; refusal += 1) {
      vi.advanceTimersByTime(1_500);
      expect(peers).toHaveLength(1);
      peer(0).refuse('unavailable-id');
    }
    vi.advanceTimersByTime(1_500);
    expect(peers).toHaveLength(2);
    expect(peer(0).destroyed).toBe(true);
  });

  it('tells who could not be reached', () => {
    const { broker, peer, told } = setUp();
    broker.start();
    peer(0).accept();
    peer(0).say('error', { type: 'peer-unavailable', message: 'Could not connect to peer abc123' });
    expect(told.at(-1)).toBe('unavailable abc123');
  });

  it('opens a new socket only when the old one is older than the loss', () => {
    const { broker, peer } = setUp();
    broker.start();
    vi.advanceTimersByTime(1_000);
    peer(0).accept();
    const openedAt = Date.now();
    broker.refresh(openedAt - 1);
    expect(peer(0).reconnects).toBe(0);
    broker.refresh(openedAt + 1);
    expect(peer(0).reconnects).toBe(1);
  });

  it('places no call while it is away', () => {
    const { broker } = setUp();
    broker.start();
    expect(broker.call('x', {} as MediaStream, { kind: 'camera', attempt: 1 })).toBeNull();
  });

  it('is silent after it has been stopped', () => {
    const { broker, peers, peer, told } = setUp();
    broker.start();
    peer(0).accept();
    broker.stop();
    vi.advanceTimersByTime(60_000);
    expect(peers).toHaveLength(1);
    expect(peer(0).destroyed).toBe(true);
    expect(told).toEqual([`opened ${peer(0).id}`]);
  });
});
