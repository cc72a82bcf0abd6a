import type { LinkState } from '../types';
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
import { callerOf, ourCallWins, type MeshPeer } from './rules';
import {
  HANG_UP_PAUSE_MS,
  INTERRUPTION_LIMIT_MS,
  PATIENCE_MS,
  pendingLimit,
  PLAIN_PATIENCE_MS,
  retryDelay,
  SHOWN_AS_CONNECTING_MS,
  SHOWN_AS_INTERRUPTED_MS,
  STREAM_LIMIT_MS,
} from './timing';

/**
 * The camera call of one pair. Facts come in by the methods; `reconcile` alone decides, so that any order of facts ends the
 * same: one live call. A call that stands is never closed before the one that replaces it has its stream.
 */
export class CameraLink {
  readonly #context: MeshContext;
  #peer: MeshPeer;
  #current: Call | null = null;
  /** in the making, to replace the current one */
  #next: Call | null = null;
  /** since when a call has been wanted and none stands */
  #wantedSince: number | null = null;
  /** since when a call that stood has been broken */
  #brokenSince: number | null = null;
  #failures = 0;
  #retryAt = 0;
  #lastAttempt = 0;
  /** a plain client's page was loaded again: what stands is dead, though ICE does not know yet */
  #callAgain = false;

  constructor(context: MeshContext, peer: MeshPeer) {
    this.#context = context;
    this.#peer = peer;
  }

  get calls(): readonly Call[] {
    return [this.#current, this.#next].filter((call) => call !== null);
  }

  /** The call whose stream is shown. */
  get shown(): Call | null {
    return this.#current?.streaming === true ? this.#current : null;
  }

  update(peer: MeshPeer, now: number): void {
    const again = this.#peer.arrivals > 0 && peer.arrivals > this.#peer.arrivals;
    this.#peer = peer;
    if (!again) return;
    if (peer.protocol === 0) this.#callAgain = this.#current !== null;
    else if (isLive(this.#current)) return;
    this.#restart(now);
  }

  /** What was sent to a broker that went away is lost: calls in the making begin anew. */
  signallingBack(now: number): void {
    this.#wantedSince = this.#wantedSince === null ? null : now;
    this.#restart(now);
  }

  incoming(call: IncomingCall, now: number): void {
    if (call.attempt !== null && call.attempt <= this.#lastAttempt) {
      this.#context.send({ type: 'close', callId: call.callId });
      return;
    }
    this.#lastAttempt = call.attempt ?? this.#lastAttempt;
    const rival = this.#next ?? (isPending(this.#current) ? this.#current : null);
    if (rival?.outgoing === true && ourCallWins(this.#context.self, this.#peer)) {
      this.#context.send({ type: 'close', callId: call.callId });
      return;
    }
    if (rival !== null) this.#close(rival);
    const answered = newCall(call.callId, false, this.#context.self.publisher, now);
    this.#add(answered);
    this.#context.send({ type: 'answer', callId: call.callId, sends: answered.sends });
  }

  link(callId: string, connected: boolean, now: number): void {
    const call = this.calls.find((candidate) => candidate.callId === callId);
    if (call !== undefined) noteLink(call, connected, now);
  }

  answered(callId: string): void {
    const call = this.calls.find((candidate) => candidate.callId === callId);
    if (call !== undefined) call.answered = true;
  }

  stream(callId: string): void {
    const call = this.calls.find((candidate) => candidate.callId === callId);
    if (call !== undefined) call.streaming = true;
  }

  closed(callId: string, now: number): void {
    const call = this.calls.find((candidate) => candidate.callId === callId);
    if (call === undefined) return;
    this.#forget(call);
    if (call.connectedAt === null) this.#fail(now);
    else this.#retryAt = Math.max(this.#retryAt, now + HANG_UP_PAUSE_MS);
    if (call.connectedAt !== null && this.#current === null) this.#brokenSince ??= now;
  }

  unavailable(now: number): void {
    const undelivered = this.calls.filter((call) => call.outgoing && isPending(call));
    for (const call of undelivered) this.#close(call);
    if (undelivered.length > 0) this.#fail(now);
  }

  reconcile(now: number): void {
    this.#dropOverdue(now);
    this.#promote(now);
    this.#noteHealth(now);
    if (!this.#isWanted(now)) {
      this.#wantedSince = null;
      return;
    }
    this.#wantedSince ??= now;
    if (this.#next !== null || isPending(this.#current) || !this.#isOurTurn(now)) return;
    this.#call(now);
  }

  state(now: number): LinkState {
    if (isLive(this.#current)) return 'connected';
    if (this.#brokenSince !== null) {
      return now - this.#brokenSince < SHOWN_AS_INTERRUPTED_MS ? 'interrupted' : 'failed';
    }
    if (this.#current === null && this.#caller() === 'nobody') return 'none';
    const waited = this.#wantedSince === null ? 0 : now - this.#wantedSince;
    return waited < SHOWN_AS_CONNECTING_MS ? 'connecting' : 'failed';
  }

  end(): void {
    for (const call of this.calls) this.#close(call);
  }

  #caller() {
    return callerOf(this.#context.self, this.#peer);
  }

  #isWanted(now: number): boolean {
    if (this.#caller() === 'nobody') return false;
    const call = this.#current;
    if (call === null || isPending(call) || this.#callAgain) return true;
    if (lostTooLong(call, now, INTERRUPTION_LIMIT_MS)) return true;
    return call.lostAt === null && this.#lacksMedia(call, now);
  }

  /** Formed while one of us only listened. */
  #lacksMedia(call: Call, now: number): boolean {
    if (this.#context.self.publisher && !call.sends) return true;
    if (call.streaming || !this.#peer.publisher || this.#peer.protocol === 0) return false;
    return now - (call.connectedAt ?? now) >= STREAM_LIMIT_MS;
  }

  #isOurTurn(now: number): boolean {
    if (!this.#context.signalling || now < this.#retryAt) return false;
    if (this.#caller() === 'self') return true;
    const patience = this.#peer.protocol === 0 ? PLAIN_PATIENCE_MS : PATIENCE_MS;
    return now - (this.#wantedSince ?? now) >= patience;
  }

  #call(now: number): void {
    const attempt = this.#context.nextAttempt();
    const call = newCall(`out-${attempt}`, true, this.#context.self.publisher, now);
    this.#callAgain = false;
    // Should this call not help, the one after it waits longer.
    this.#failures += 1;
    this.#retryAt = now + retryDelay(this.#failures, this.#context.random);
    this.#add(call);
    this.#context.send({
      type: 'call',
      callId: call.callId,
      to: this.#peer.userId,
      kind: 'camera',
      sends: call.sends,
      attempt,
    });
  }

  #dropOverdue(now: number): void {
    for (const call of this.calls) {
      const deadNext = call === this.#next && lostTooLong(call, now, INTERRUPTION_LIMIT_MS);
      if (!deadNext && !pendingTooLong(call, now, pendingLimit(call, this.#failures))) continue;
      this.#close(call);
      this.#fail(now);
    }
  }

  #promote(now: number): void {
    const next = this.#next;
    if (next === null || !isLive(next)) return;
    const owed = this.#peer.publisher && !next.streaming;
    if (owed && now - (next.connectedAt ?? now) < STREAM_LIMIT_MS) return;
    if (this.#current !== null) this.#close(this.#current);
    this.#current = next;
    this.#next = null;
  }

  #noteHealth(now: number): void {
    const call = this.#current;
    if (call?.connectedAt == null) return;
    if (call.lostAt !== null) {
      this.#brokenSince ??= call.lostAt;
      return;
    }
    this.#brokenSince = null;
    const complete = call.streaming || !this.#peer.publisher;
    if (complete && !this.#lacksMedia(call, now)) this.#failures = 0;
  }

  #restart(now: number): void {
    for (const call of this.calls) {
      if (isPending(call) && call.outgoing) this.#close(call);
    }
    this.#failures = 0;
    this.#retryAt = now;
  }

  #fail(now: number): void {
    this.#retryAt = Math.max(
      this.#retryAt,
      now + retryDelay(Math.max(1, this.#failures), this.#context.random),
    );
  }

  #add(call: Call): void {
    if (this.#current === null) this.#current = call;
    else this.#next = call;
  }

  #close(call: Call): void {
    this.#forget(call);
    this.#context.send({ type: 'close', callId: call.callId });
  }

  #forget(call: Call): void {
    if (call === this.#current) {
      this.#current = this.#next;
      this.#next = null;
    } else if (call === this.#next) {
      this.#next = null;
    }
  }
}
