import {
  isLive,
  isPending,
  lostTooLong,
  newCall,
  noteLink,
  pendingTooLong,
  type Call,
  type IncomingCall,
  type MeshContext,
} from './call';
import type { MeshPeer } from './rules';
import {
  CONNECTING_LIMIT_MS,
  INTERRUPTION_LIMIT_MS,
  pendingLimit,
  retryDelay,
  SCREEN_LOST_LIMIT_MS,
} from './timing';

/** The screens of one pair, one each way. The sharer alone calls; the other side answers without media. */
export class ScreenLink {
  readonly #context: MeshContext;
  #peer: MeshPeer;
  #outgoing: Call | null = null;
  /** which of our screens the outgoing call carries */
  #share: number | null = null;
  #incoming: Call | null = null;
  #failures = 0;
  #retryAt = 0;
  #lastAttempt = 0;

  constructor(context: MeshContext, peer: MeshPeer) {
    this.#context = context;
    this.#peer = peer;
  }

  get calls(): readonly Call[] {
    return [this.#outgoing, this.#incoming].filter((call) => call !== null);
  }

  get shown(): Call | null {
    return this.#incoming?.streaming === true ? this.#incoming : null;
  }

  update(peer: MeshPeer, now: number): void {
    const stopped = this.#peer.screen && !peer.screen;
    const again = this.#peer.arrivals > 0 && peer.arrivals > this.#peer.arrivals;
    this.#peer = peer;
    if (stopped) this.#closeIncoming();
    if (again && (peer.protocol === 0 || !isLive(this.#outgoing))) {
      this.#closeOutgoing();
      this.#retryAt = now;
    }
  }

  signallingBack(now: number): void {
    if (!isPending(this.#outgoing)) return;
    this.#closeOutgoing();
    this.#retryAt = now;
  }

  incoming(call: IncomingCall, now: number): void {
    if (call.attempt !== null && call.attempt <= this.#lastAttempt) {
      this.#context.send({ type: 'close', callId: call.callId });
      return;
    }
    this.#lastAttempt = call.attempt ?? this.#lastAttempt;
    this.#closeIncoming();
    this.#incoming = newCall(call.callId, false, false, now);
    this.#context.send({ type: 'answer', callId: call.callId, sends: false });
  }

  link(callId: string, connected: boolean, now: number): void {
    const call = this.calls.find((candidate) => candidate.callId === callId);
    if (call === undefined) return;
    noteLink(call, connected, now);
    if (connected && call === this.#outgoing) this.#failures = 0;
  }

  answered(callId: string): void {
    const call = this.calls.find((candidate) => candidate.callId === callId);
    if (call !== undefined) call.answered = true;
  }

  stream(callId: string): void {
    if (this.#incoming?.callId === callId) this.#incoming.streaming = true;
  }

  closed(callId: string, now: number): void {
    if (this.#incoming?.callId === callId) this.#incoming = null;
    if (this.#outgoing?.callId === callId) {
      this.#outgoing = null;
      this.#retryAt = now + retryDelay(this.#failures, this.#context.random);
    }
  }

  unavailable(now: number): void {
    if (!isPending(this.#outgoing)) return;
    this.#closeOutgoing();
    this.#retryAt = now + retryDelay(this.#failures, this.#context.random);
  }

  reconcile(now: number): void {
    const limit = SCREEN_LOST_LIMIT_MS;
    if (pendingTooLong(this.#incoming, now, CONNECTING_LIMIT_MS) || lostTooLong(this.#incoming, now, limit)) {
      this.#closeIncoming();
    }
    const { self, share, signalling } = this.#context;
    const wanted = self.publisher ? share : null;
    const outgoing = this.#outgoing;
    const overdue =
      outgoing !== null && pendingTooLong(outgoing, now, pendingLimit(outgoing, this.#failures));
    if (overdue || lostTooLong(this.#outgoing, now, INTERRUPTION_LIMIT_MS) || this.#share !== wanted) {
      this.#closeOutgoing();
    }
    this.#share = wanted;
    if (wanted === null || this.#outgoing !== null || !signalling || now < this.#retryAt) return;
    this.#call(now);
  }

  end(): void {
    this.#closeIncoming();
    this.#closeOutgoing();
  }

  #call(now: number): void {
    const attempt = this.#context.nextAttempt();
    this.#outgoing = newCall(`out-${attempt}`, true, true, now);
    this.#failures += 1;
    this.#retryAt = now + retryDelay(this.#failures, this.#context.random);
    const { callId } = this.#outgoing;
    this.#context.send({ type: 'call', callId, to: this.#peer.userId, kind: 'screen', sends: true, attempt });
  }

  #closeIncoming(): void {
    if (this.#incoming !== null) this.#context.send({ type: 'close', callId: this.#incoming.callId });
    this.#incoming = null;
  }

  #closeOutgoing(): void {
    if (this.#outgoing !== null) this.#context.send({ type: 'close', callId: this.#outgoing.callId });
    this.#outgoing = null;
  }
}
