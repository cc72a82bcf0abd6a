import type { MeshCommand } from '../call';
import { Mesh } from '../mesh';
import type { MeshPeer, MeshSelf } from '../rules';

/**
 * Meshes of several pages on a simulated network in fake time: membership comes to each page at its own pace, calls and
 * answers are delayed and may overtake each other, and the broker and the room server can go away and come back.
 */

const TICK_MS = 500;
const MAX_DELAY_MS = 400;

interface End {
  page: Page;
  callId: string;
  closed: boolean;
}

/** One MediaConnection: the caller's end, and the other one once the offer has arrived. */
interface Wire {
  kind: 'camera' | 'screen';
  caller: End;
  callee: End | null;
  callerSends: boolean;
  calleeSends: boolean;
  connected: boolean;
}

interface Scheduled {
  at: number;
  order: number;
  act: () => void;
}

export interface LiveCall {
  between: [string, string];
  kind: 'camera' | 'screen';
  sends: [boolean, boolean];
}

class Page {
  readonly mesh: Mesh;
  readonly known = new Map<string, MeshPeer>();
  /** nothing from the room server overtakes */
  lastTold = 0;
  self: MeshSelf | null = null;
  joined = false;
  broker = true;

  constructor(
    readonly userId: string,
    readonly protocol: number,
    random: () => number,
  ) {
    this.mesh = new Mesh(random);
  }
}

export class SimulatedRoom {
  now = 0;
  readonly #random: () => number;
  readonly #publishers: number;
  readonly #pages = new Map<string, Page>();
  readonly #wires: Wire[] = [];
  #present: string[] = [];
  readonly #queue: Scheduled[] = [];
  #order = 0;
  #brokerUp = true;
  callsMade = 0;

  constructor(seed: number, publishers = 8) {
    this.#random = seededRandom(seed);
    this.#publishers = publishers;
  }

  join(userId: string, atMs = 0): void {
    this.#at(this.now + atMs, () => {
      const page = new Page(userId, 1, this.#random);
      this.#pages.set(userId, page);
      page.mesh.setSignalling(true, this.now);
      this.#scheduleTick(page);
      this.#enter(page);
    });
  }

  leave(userId: string): void {
    const page = this.#page(userId);
    for (const wire of this.#wires) {
      for (const end of [wire.caller, wire.callee]) if (end?.page === page) this.#closeEnd(wire, end);
    }
    this.#pages.delete(userId);
    this.#depart(userId);
  }

  /** The server dies at once and accepts again after a while; every page comes back in its own time. */
  restartServer(downMs: number): void {
    this.#brokerUp = false;
    this.#present = [];
    for (const page of this.#pages.values()) {
      page.joined = false;
      page.broker = false;
      page.mesh.setSignalling(false, this.now);
      this.#drain(page);
    }
    this.#at(this.now + downMs, () => {
      this.#brokerUp = true;
      for (const page of this.#pages.values()) {
        this.#at(this.now + this.#delay() * 3, () => {
          page.broker = true;
          page.mesh.setSignalling(true, this.now);
          this.#drain(page);
        });
        this.#at(this.now + this.#delay() * 3, () => this.#enter(page));
      }
    });
  }

  setSharing(userId: string, share: number | null): void {
    const page = this.#page(userId);
    page.mesh.setShare(share, this.now);
    this.#drain(page);
  }

  /** Breaks one live call's path, as a changed network does. */
  breakCall(a: string, b: string): void {
    for (const wire of this.#wires) {
      if (wire.kind !== 'camera' || !wire.connected || !joins(wire, a, b)) continue;
      for (const end of ends(wire)) this.#tell(end, (mesh) => mesh.link(end.callId, false, this.now));
    }
  }

  run(ms: number): void {
    const until = this.now + ms;
    for (;;) {
      const next = this.#queue.reduce<Scheduled | null>((first, each) => {
        const sooner =
          first === null || each.at < first.at || (each.at === first.at && each.order < first.order);
        return sooner ? each : first;
      }, null);
      if (next === null || next.at > until) break;
      this.#queue.splice(this.#queue.indexOf(next), 1);
      this.now = next.at;
      next.act();
    }
    this.now = until;
  }

  liveCalls(): LiveCall[] {
    return this.#wires
      .filter((wire) => wire.connected && wire.callee !== null && ends(wire).every((end) => !end.closed))
      .map((wire) => ({
        between: [wire.caller.page.userId, wire.callee?.page.userId ?? ''],
        kind: wire.kind,
        sends: [wire.callerSends, wire.calleeSends],
      }));
  }

  /** Ends that a page still holds though nobody is at the other one. */
  danglingEnds(): number {
    return (
      this.#wires.filter((wire) => ends(wire).some((end) => !end.closed)).length - this.liveCalls().length
    );
  }

  view(userId: string, of: string) {
    return this.#page(userId).mesh.view(of, this.now);
  }

  #enter(page: Page): void {
    if (!this.#brokerUp || !this.#pages.has(page.userId)) return;
    this.#present = [...this.#present.filter((userId) => userId !== page.userId), page.userId];
    const before = this.#present.filter((userId) => userId !== page.userId);
    const publisher = before.length < this.#publishers;
    this.#told(page, () => {
      page.joined = true;
      page.self = { userId: page.userId, publisher };
      const answer = new Map(
        before.map((userId) => [userId, this.#peer(userId, { wasHereFirst: true, arrivals: 1 })]),
      );
      // Who has not come back yet stays through the grace, as membership has it.
      for (const [userId, peer] of page.known) if (!answer.has(userId)) answer.set(userId, peer);
      page.known.clear();
      for (const [userId, peer] of answer) page.known.set(userId, peer);
    });
    for (const userId of before) {
      const other = this.#page(userId);
      this.#told(other, () => {
        const arrivals = (other.known.get(page.userId)?.arrivals ?? 0) + 1;
        other.known.set(page.userId, {
          ...this.#peer(page.userId, { wasHereFirst: false, arrivals }),
          publisher,
        });
      });
    }
  }

  #depart(userId: string): void {
    this.#present = this.#present.filter((other) => other !== userId);
    const promoted = this.#present[this.#publishers - 1];
    for (const other of this.#present) {
      const page = this.#page(other);
      this.#told(page, () => {
        page.known.delete(userId);
        const peer = promoted === undefined ? undefined : page.known.get(promoted);
        if (peer !== undefined) page.known.set(peer.userId, { ...peer, publisher: true });
        if (page.userId === promoted) page.self = { userId: page.userId, publisher: true };
      });
    }
  }

  #peer(userId: string, history: { wasHereFirst: boolean; arrivals: number }): MeshPeer {
    const publisher = this.#present.indexOf(userId) < this.#publishers;
    return { userId, protocol: this.#page(userId).protocol, publisher, screen: false, ...history };
  }

  #told(page: Page, change: () => void): void {
    page.lastTold = Math.max(page.lastTold, this.now + this.#delay());
    this.#at(page.lastTold, () => {
      if (!this.#brokerUp || !this.#pages.has(page.userId)) return;
      change();
      if (!page.joined || page.self === null) return;
      page.mesh.setMembers(page.self, page.known.values(), this.now);
      this.#drain(page);
    });
  }

  #drain(page: Page): void {
    for (const command of page.mesh.takeCommands()) this.#carryOut(page, command);
  }

  #carryOut(page: Page, command: MeshCommand): void {
    if (command.type === 'call') this.#offer(page, command);
    else if (command.type === 'answer') this.#answer(page, command);
    else {
      const wire = this.#wireOf(page, command.callId);
      const end = wire && ends(wire).find((each) => each.page === page && each.callId === command.callId);
      if (wire !== undefined && end !== undefined) this.#closeEnd(wire, end);
    }
  }

  #offer(page: Page, command: Extract<MeshCommand, { type: 'call' }>): void {
    this.callsMade += 1;
    const caller: End = { page, callId: command.callId, closed: false };
    const wire: Wire = {
      kind: command.kind,
      caller,
      callee: null,
      callerSends: command.sends,
      calleeSends: false,
      connected: false,
    };
    this.#wires.push(wire);
    if (!page.broker) return;
    this.#at(this.now + this.#delay(), () => {
      const target = this.#pages.get(command.to);
      if (!this.#brokerUp || target?.broker !== true) {
        this.#at(this.now + 5_000, () => {
          if (!page.broker) return;
          page.mesh.unavailable(command.to, this.now);
          this.#drain(page);
        });
        return;
      }
      const callId = `in-${page.userId}-${command.callId}`;
      wire.callee = { page: target, callId, closed: false };
      const { kind, attempt } = command;
      target.mesh.incoming({ callId, from: page.userId, kind, attempt }, this.now);
      this.#drain(target);
    });
  }

  #answer(page: Page, command: Extract<MeshCommand, { type: 'answer' }>): void {
    const wire = this.#wireOf(page, command.callId);
    if (wire === undefined || !page.broker) return;
    wire.calleeSends = command.sends;
    this.#at(this.now + this.#delay(), () => {
      const callee = wire.callee;
      if (!this.#brokerUp || !wire.caller.page.broker || wire.caller.closed || callee?.closed !== false)
        return;
      wire.connected = true;
      for (const [end, receives] of [
        [wire.caller, wire.calleeSends],
        [callee, wire.callerSends],
      ] as const) {
        this.#tell(end, (mesh) => {
          if (receives) mesh.stream(end.callId, this.now);
          mesh.link(end.callId, true, this.now);
        });
      }
    });
  }

  /** As in PeerJS: the other side hears of it only over a link that stands. */
  #closeEnd(wire: Wire, end: End): void {
    if (end.closed) return;
    end.closed = true;
    const other = ends(wire).find((each) => each !== end);
    if (!wire.connected || other === undefined || other.closed) return;
    this.#at(this.now + this.#delay(), () => {
      if (other.closed) return;
      other.closed = true;
      other.page.mesh.closed(other.callId, this.now);
      this.#drain(other.page);
    });
  }

  #tell(end: End, tell: (mesh: Mesh) => void): void {
    this.#at(this.now + this.#delay(), () => {
      if (end.closed) return;
      tell(end.page.mesh);
      this.#drain(end.page);
    });
  }

  #wireOf(page: Page, callId: string): Wire | undefined {
    return this.#wires.find((wire) => ends(wire).some((end) => end.page === page && end.callId === callId));
  }

  #scheduleTick(page: Page): void {
    this.#at(this.now + TICK_MS, () => {
      if (this.#pages.get(page.userId) !== page) return;
      page.mesh.tick(this.now);
      this.#drain(page);
      this.#scheduleTick(page);
    });
  }

  #page(userId: string): Page {
    const page = this.#pages.get(userId);
    if (page === undefined) throw new Error(`No page ${userId}.`);
    return page;
  }

  #delay(): number {
    return Math.floor(this.#random() * MAX_DELAY_MS);
  }

  #at(at: number, act: () => void): void {
    this.#queue.push({ at, order: (this.#order += 1), act });
  }
}

function ends(wire: Wire): End[] {
  return wire.callee === null ? [wire.caller] : [wire.caller, wire.callee];
}

function joins(wire: Wire, a: string, b: string): boolean {
  const userIds = ends(wire).map((end) => end.page.userId);
  return userIds.includes(a) && userIds.includes(b);
}

/** Mulberry32: small, and good enough to shuffle delays. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
