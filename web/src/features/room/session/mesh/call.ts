export type CallKind = 'camera' | 'screen';

/** One MediaConnection as the mesh knows it. */
export interface Call {
  readonly callId: string;
  readonly outgoing: boolean;
  /** whether it was formed with our media in it */
  readonly sends: boolean;
  readonly startedAt: number;
  /** whether the transport has begun to connect, as it does once both descriptions are known */
  answered: boolean;
  connectedAt: number | null;
  /** since when ICE has been disconnected */
  lostAt: number | null;
  /** whether a remote stream has come */
  streaming: boolean;
}

export type MeshCommand =
  | { type: 'call'; callId: string; to: string; kind: CallKind; sends: boolean; attempt: number }
  | { type: 'answer'; callId: string; sends: boolean }
  | { type: 'close'; callId: string };

export interface IncomingCall {
  callId: string;
  from: string;
  kind: CallKind;
  /** the caller's running number, by which an older call that comes late is known; null from a plain client */
  attempt: number | null;
}

/** What a pair may ask of its mesh. */
export interface MeshContext {
  readonly self: { userId: string; publisher: boolean };
  /** whether the broker can carry calls */
  readonly signalling: boolean;
  /** the screen that we share; another number is another screen */
  readonly share: number | null;
  readonly random: () => number;
  send(command: MeshCommand): void;
  nextAttempt(): number;
}

export function newCall(callId: string, outgoing: boolean, sends: boolean, now: number): Call {
  return {
    callId,
    outgoing,
    sends,
    startedAt: now,
    answered: false,
    connectedAt: null,
    lostAt: null,
    streaming: false,
  };
}

export function isPending(call: Call | null): boolean {
  return call !== null && call.connectedAt === null;
}

export function isLive(call: Call | null): boolean {
  return call !== null && call.connectedAt !== null && call.lostAt === null;
}

export function pendingTooLong(call: Call | null, now: number, limitMs: number): boolean {
  return call?.connectedAt === null && now - call.startedAt >= limitMs;
}

export function lostTooLong(call: Call | null, now: number, limitMs: number): boolean {
  return call !== null && call.lostAt !== null && now - call.lostAt >= limitMs;
}

/** Notes the transport's state on the call. */
export function noteLink(call: Call, connected: boolean, now: number): void {
  if (connected) {
    call.connectedAt ??= now;
    call.lostAt = null;
  } else if (call.connectedAt !== null) {
    call.lostAt ??= now;
  }
}
