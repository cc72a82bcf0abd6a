import type { LinkState } from '../types';
import type { IncomingCall, MeshCommand, MeshContext } from './call';
import { CameraLink } from './camera-link';
import type { MeshPeer, MeshSelf } from './rules';
import { ScreenLink } from './screen-link';
import { HELD_CALLS_MAX, HOLD_LIMIT_MS } from './timing';

/**
 * All calls of this page as a state machine: membership, the peers' events and the time come in, commands go out. No timer,
 * no socket. Rule of use: after every input, and twice a second with `tick`, carry out what `takeCommands` gives.
 */
export interface LinkView {
  link: LinkState;
  cameraCall: string | null;
  screenCall: string | null;
}

interface Pair {
  camera: CameraLink;
  screen: ScreenLink;
}

export class Mesh {
  readonly #random: () => number;
  readonly #pairs = new Map<string, Pair>();
  readonly #held = new Map<string, { call: IncomingCall; until: number }>();
  #commands: MeshCommand[] = [];
  #self: MeshSelf = { userId: '', publisher: false };
  #signalling = false;
  #share: number | null = null;
  #attempt = 0;
  readonly #context: MeshContext;

  constructor(random: () => number = Math.random) {
    this.#random = random;
    this.#context = this.#makeContext();
  }

  takeCommands(): MeshCommand[] {
    const commands = this.#commands;
    this.#commands = [];
    return commands;
  }

  /** The membership as a whole: pairs come into being and end with it, and with nothing else. */
  setMembers(self: MeshSelf, peers: Iterable<MeshPeer>, now: number): void {
    if (self.userId !== this.#self.userId) this.#endAll();
    this.#self = self;
    const present = new Set<string>();
    for (const peer of peers) {
      present.add(peer.userId);
      const pair = this.#pairs.get(peer.userId);
      if (pair === undefined) {
        this.#pairs.set(peer.userId, {
          camera: new CameraLink(this.#context, peer),
          screen: new ScreenLink(this.#context, peer),
        });
      } else {
        pair.camera.update(peer, now);
        pair.screen.update(peer, now);
      }
    }
    for (const userId of this.#pairs.keys()) {
      if (!present.has(userId)) this.#end(userId);
    }
    this.#releaseHeld(now);
    this.tick(now);
  }

  setSignalling(open: boolean, now: number): void {
    const back = open && !this.#signalling;
    this.#signalling = open;
    if (!back) return;
    for (const pair of this.#pairs.values()) {
      pair.camera.signallingBack(now);
      pair.screen.signallingBack(now);
    }
    this.tick(now);
  }

  /** The screen to show to everybody, by a number of its own; null for none. */
  setShare(share: number | null, now: number): void {
    this.#share = share;
    this.tick(now);
  }

  incoming(call: IncomingCall, now: number): void {
    const pair = this.#pairs.get(call.from);
    if (pair === undefined) {
      this.#hold(call, now);
      return;
    }
    if (call.kind === 'screen') pair.screen.incoming(call, now);
    else pair.camera.incoming(call, now);
    this.#reconcile(pair, now);
  }

  link(callId: string, connected: boolean, now: number): void {
    this.#onCall(callId, now, (link) => link.link(callId, connected, now));
  }

  /** The other side has answered and the transport is connecting. */
  answered(callId: string, now: number): void {
    this.#onCall(callId, now, (link) => link.answered(callId));
  }

  stream(callId: string, now: number): void {
    this.#onCall(callId, now, (link) => link.stream(callId));
  }

  closed(callId: string, now: number): void {
    this.#held.delete(callId);
    this.#onCall(callId, now, (link) => link.closed(callId, now));
  }

  unavailable(userId: string, now: number): void {
    const pair = this.#pairs.get(userId);
    pair?.camera.unavailable(now);
    pair?.screen.unavailable(now);
  }

  tick(now: number): void {
    for (const [callId, { until }] of this.#held) {
      if (now < until) continue;
      this.#held.delete(callId);
      this.#commands.push({ type: 'close', callId });
    }
    for (const pair of this.#pairs.values()) this.#reconcile(pair, now);
  }

  view(userId: string, now: number): LinkView {
    const pair = this.#pairs.get(userId);
    if (pair === undefined) return { link: 'none', cameraCall: null, screenCall: null };
    return {
      link: pair.camera.state(now),
      cameraCall: pair.camera.shown?.callId ?? null,
      screenCall: pair.screen.shown?.callId ?? null,
    };
  }

  #reconcile(pair: Pair, now: number): void {
    pair.camera.reconcile(now);
    pair.screen.reconcile(now);
  }

  #onCall(callId: string, now: number, tell: (link: CameraLink | ScreenLink) => void): void {
    for (const pair of this.#pairs.values()) {
      const link = [pair.camera, pair.screen].find((each) =>
        each.calls.some((call) => call.callId === callId),
      );
      if (link === undefined) continue;
      tell(link);
      this.#reconcile(pair, now);
      return;
    }
  }

  #hold(call: IncomingCall, now: number): void {
    if (this.#held.size >= HELD_CALLS_MAX) this.#commands.push({ type: 'close', callId: call.callId });
    else this.#held.set(call.callId, { call, until: now + HOLD_LIMIT_MS });
  }

  #releaseHeld(now: number): void {
    for (const [callId, { call }] of this.#held) {
      if (!this.#pairs.has(call.from)) continue;
      this.#held.delete(callId);
      this.incoming(call, now);
    }
  }

  #end(userId: string): void {
    const pair = this.#pairs.get(userId);
    pair?.camera.end();
    pair?.screen.end();
    this.#pairs.delete(userId);
  }

  #endAll(): void {
    for (const userId of this.#pairs.keys()) this.#end(userId);
  }

  /** A live view of this mesh for its pairs. */
  #makeContext(): MeshContext {
    const read = { self: () => this.#self, signalling: () => this.#signalling, share: () => this.#share };
    return {
      get self() {
        return read.self();
      },
      get signalling() {
        return read.signalling();
      },
      get share() {
        return read.share();
      },
      random: this.#random,
      send: (command) => this.#commands.push(command),
      nextAttempt: () => (this.#attempt += 1),
    };
  }
}
