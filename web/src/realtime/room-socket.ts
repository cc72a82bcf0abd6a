import type { Socket } from 'socket.io-client';
import { z, type ZodType } from '@/shared/schema';
import { backoff } from './backoff';
import { afterNotice, afterRefusal } from './join-codes';
import { knowsMedia } from './own-media';
import { parseIncoming } from './parse-incoming';
import type { Position } from './room-log';
import {
  clockAckSchema,
  joinAckSchema,
  memberSchema,
  noticeSchema,
  plainAckSchema,
  receiveVideoSchema,
  userIdSchema,
  type Connection,
  type JoinAck,
  type Member,
  type MemberStatus,
  type Notice,
  type ReceiveVideo,
} from './schemas';
import { waitingGoneSchema, waitingSchema, type Waiting } from './schemas-access';
import { chatReadSchema } from './schemas-chat';
import { answerSchema, type Answer } from './schemas-log';
import { noteMembersSchema, noteMessageSchema, type NoteMembers, type NoteMessage } from './schemas-notes';
import type { Refusal } from './schemas-refusal';
import { typingSchema, type Typing } from './schemas-typing';
import { betterEstimate, type ClockEstimate } from './server-clock';

/**
 * The room's Socket.IO connection: joins, joins again after every reconnect, and hands on only what passed a schema.
 * Its owner hears of a lost connection but need not act.
 */

const ACK_TIMEOUT_MS = 4_000;
const JOIN_RETRY_FIRST_MS = 300;
const JOIN_RETRY_MAX_MS = 4_000;
/** A server that closed on us is not called by socket.io-client again, so we do. */
const CLOSED_BY_SERVER_RETRY_MS = 1_000;
const CLOCK_SAMPLES = 4;
const CLOCK_SAMPLE_GAP_MS = 400;
/** Clocks drift apart, and some are set. */
const CLOCK_CHECK_MS = 180_000;
/** TURN credentials are renewed when three quarters of their life are over. */
const RENEW_AT = 0.75;
const RENEW_MIN_MS = 10_000;
/** setTimeout counts in 31 bits; a longer life is renewed once a day. */
const RENEW_MAX_MS = 86_400_000;

export interface JoinRequest {
  roomId: string;
  userId: string;
  name: string;
  /** Makes us an owner; of no use any more once we have joined with it. */
  ownerKey?: string;
}

export interface RoomSocketHandlers {
  connected(): void;
  disconnected(): void;
  joined(ack: JoinAck, request: JoinRequest): void;
  /** The same join, asked again for fresh ICE servers. */
  renewed(ack: JoinAck): void;
  /** For good, be it at the join or later: nothing is asked any more. */
  refused(refusal: Pick<Refusal, 'code' | 'message'>): void;
  /** We wait at the door, and join by ourselves when we are admitted. */
  waiting(): void;
  /** The owner key was taken, or is none here; in that case we go on without it. */
  ownerKeyUsed(refusal: Refusal | null): void;
  /** We may not send that; `path` says what of it. */
  mediaRefused(refusal: Refusal): void;
  memberUpdated(member: Member): void;
  userConnected(userId: string): void;
  userDisconnected(userId: string): void;
  receiveVideo(message: ReceiveVideo): void;
  notice(notice: Notice): void;
  /** One of the room's log, as it came. */
  roomEvent(event: unknown): void;
  /** One of the log of what is ours alone. */
  ownEvent(event: unknown): void;
  noteUpdated(message: NoteMessage): void;
  /** Somebody's caret in a note. */
  noteAware(message: NoteMessage): void;
  /** Who is in a note now. */
  noteMembers(who: NoteMembers): void;
  typing(typing: Typing): void;
  /** We have read the chat up to there, on another device. */
  chatRead(seq: number): void;
  memberWaiting(waiting: Waiting): void;
  memberWaitingGone(memberId: string): void;
}

export interface RoomSocketOptions {
  socket: Socket;
  handlers: RoomSocketHandlers;
  /** Where we stand in the room's log, so that a rejoin is told only what we missed. */
  position?: () => Position | null;
  timeZone?: string;
  now?: () => number;
  random?: () => number;
}

export class RoomSocket {
  readonly #socket: Socket;
  readonly #handlers: RoomSocketHandlers;
  readonly #options: RoomSocketOptions;
  readonly #now: () => number;
  #request: JoinRequest | null = null;
  #media: Connection['media'] = { mic: false, camera: false, screen: false, hand: false };
  #status: MemberStatus = 'available';
  #joined = false;
  #waiting = false;
  #everJoined = false;
  #left = false;
  /** Which join's answers count: one more with each connection and each request. */
  #generation = 0;
  #attempts = 0;
  #clock: ClockEstimate | null = null;
  readonly #timers = new Map<'join' | 'renew' | 'clock' | 'connect', ReturnType<typeof setTimeout>>();

  constructor(options: RoomSocketOptions) {
    this.#socket = options.socket;
    this.#handlers = options.handlers;
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#listen();
  }

  open(): void {
    this.#left = false;
    this.#socket.connect();
  }

  /** From now on this is who we are; asked at each connection until `leave`. */
  join(request: JoinRequest): void {
    this.#request = request;
    this.#joined = false;
    this.#startJoining();
  }

  sendMedia(media: Connection['media']): void {
    this.#media = media;
    if (!this.#joined) return;
    this.#socket
      .timeout(ACK_TIMEOUT_MS)
      .emit('media-state', media, (error: Error | null, answer: unknown) => {
        // Unanswered: the state goes again with the next join.
        const ack = error === null ? parseIncoming(plainAckSchema, answer, 'media-state') : undefined;
        if (ack?.ok === false && !this.#left) this.#handlers.mediaRefused(ack);
      });
  }

  /** What our person does; told again at every join. */
  sendStatus(status: MemberStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    // Unanswered, it goes again with the next join.
    void this.command('presence', { status });
  }

  sendReceiveVideo(userId: string, on: boolean): void {
    this.tell('receive-video', { userId, on });
  }

  /** Asks for the whole state, as if we had never been here. */
  rejoin(): void {
    this.#joined = false;
    this.#startJoining();
  }

  /** The answer to an event, or null where none came. */
  ask(event: string, payload: object): Promise<unknown> {
    if (!this.#joined) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#socket
        .timeout(ACK_TIMEOUT_MS)
        .emit(event, payload, (error: Error | null, answer: unknown) =>
          resolve(error === null ? answer : null),
        );
    });
  }

  /** The same for an answer that says no more than whether it was done, and by which event. */
  async command(event: string, payload: object): Promise<Answer | null> {
    const answer = await this.ask(event, payload);
    return answer === null ? null : (parseIncoming(answerSchema, answer, event) ?? null);
  }

  /** May be lost, and nobody answers. */
  tell(event: string, payload: object): void {
    if (this.#joined) this.#socket.volatile.emit(event, payload);
  }

  /** The server's time by our best estimate. */
  serverNow(): number {
    return this.#now() + (this.#clock?.offset ?? 0);
  }

  /** Asks for the server's time anew, for a page that slept. */
  checkClock(): void {
    this.#sampleClock(CLOCK_SAMPLES);
  }

  /** Says goodbye and closes; resolves when the server has heard it, or soon after. */
  async leave(): Promise<void> {
    const wasThere = this.#joined || this.#waiting;
    this.#stop();
    if (wasThere && this.#socket.connected) {
      await new Promise<void>((resolve) => {
        this.#socket.timeout(1_000).emit('leave-room', () => resolve());
      });
    }
    this.#socket.disconnect();
  }

  /** For a page that goes away at once. */
  leaveNow(): void {
    const wasThere = this.#joined || this.#waiting;
    this.#stop();
    if (wasThere && this.#socket.connected) this.#socket.emit('leave-room');
    this.#socket.disconnect();
  }

  #stop(): void {
    this.#left = true;
    this.#joined = false;
    this.#waiting = false;
    this.#everJoined = false;
    this.#request = null;
    this.#generation += 1;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('connect', () => {
      this.#handlers.connected();
      this.#startJoining();
    });
    socket.on('disconnect', (reason) => {
      this.#joined = false;
      this.#waiting = false;
      this.#generation += 1;
      if (this.#left) return;
      this.#handlers.disconnected();
      if (reason === 'io server disconnect')
        this.#after('connect', CLOSED_BY_SERVER_RETRY_MS, () => socket.connect());
    });
    this.#on('member-updated', memberSchema, (member) => this.#handlers.memberUpdated(member));
    this.#on('user-connected', userIdSchema, (userId) => this.#handlers.userConnected(userId));
    this.#on('user-disconnected', userIdSchema, (userId) => this.#handlers.userDisconnected(userId));
    this.#on('receive-video', receiveVideoSchema, (message) => this.#handlers.receiveVideo(message));
    this.#on('room-event', z.unknown(), (event) => this.#handlers.roomEvent(event));
    this.#on('my-event', z.unknown(), (event) => this.#handlers.ownEvent(event));
    this.#on('note-update', noteMessageSchema, (message) => this.#handlers.noteUpdated(message));
    this.#on('note-awareness', noteMessageSchema, (message) => this.#handlers.noteAware(message));
    this.#on('note-members', noteMembersSchema, (who) => this.#handlers.noteMembers(who));
    this.#on('typing', typingSchema, (typing) => this.#handlers.typing(typing));
    this.#on('chat-read', chatReadSchema, ({ seq }) => this.#handlers.chatRead(seq));
    this.#on('member-waiting', waitingSchema, (waiting) => this.#handlers.memberWaiting(waiting));
    this.#on('member-waiting-gone', waitingGoneSchema, ({ memberId }) =>
      this.#handlers.memberWaitingGone(memberId),
    );
    socket.on('notice', (value: unknown) => {
      const notice = parseIncoming(noticeSchema, value, 'notice');
      if (notice !== undefined && !this.#left) this.#onNotice(notice);
    });
  }

  #onNotice(notice: Notice): void {
    const next = afterNotice(notice.code, this.#waiting);
    if (next === 'join') this.#startJoining();
    else if (next === 'end') this.#handlers.refused(notice);
    else this.#handlers.notice(notice);
  }

  /** What comes before the join's answer is part of that answer. */
  #on<T>(event: string, schema: ZodType<T>, handle: (value: T) => void): void {
    this.#socket.on(event, (value: unknown) => {
      if (!this.#joined) return;
      const parsed = parseIncoming(schema, value, event);
      if (parsed !== undefined) handle(parsed);
    });
  }

  #startJoining(): void {
    this.#waiting = false;
    this.#generation += 1;
    this.#attempts = 0;
    this.#askToJoin();
  }

  #askToJoin(): void {
    const request = this.#request;
    if (request === null || !this.#socket.connected) return;
    const told = { media: this.#media, status: this.#status };
    const sentAt = this.#now();
    this.#ask(request, told.media, (answer) => {
      if (answer === null) this.#retryJoin();
      else if (!answer.ok) this.#onRefusal(answer, request);
      else {
        this.#learnTime(sentAt, answer.serverTime);
        this.#onJoined(answer, request, told);
      }
    });
  }

  #ask(
    request: JoinRequest,
    media: Connection['media'],
    done: (answer: JoinAck | Refusal | null) => void,
  ): void {
    const generation = this.#generation;
    const timeZone = this.#options.timeZone;
    const position = this.#options.position?.() ?? null;
    const payload = {
      ...request,
      protocol: 1,
      media,
      status: this.#status,
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(position === null ? {} : { since: position.seq, epoch: position.epoch }),
    };
    this.#socket
      .timeout(ACK_TIMEOUT_MS)
      .emit('join-room', payload, (error: Error | null, answer: unknown) => {
        if (generation !== this.#generation) return;
        done(error === null ? (parseIncoming(joinAckSchema, answer, 'join-room') ?? null) : null);
      });
  }

  #onJoined(
    ack: JoinAck,
    request: JoinRequest,
    told: { media: Connection['media']; status: MemberStatus },
  ): void {
    this.#joined = true;
    this.#everJoined = true;
    this.#attempts = 0;
    if (request.ownerKey !== undefined) this.#settleOwnerKey(request, null);
    this.#handlers.joined(ack, request);
    if (told.status !== this.#status) void this.command('presence', { status: this.#status });
    if (told.media !== this.#media || !knowsMedia(ack, request.userId, this.#media))
      this.sendMedia(this.#media);
    this.#sampleClock(CLOCK_SAMPLES);
    this.#planRenewal(ack);
  }

  #onRefusal(refusal: Refusal, request: JoinRequest): void {
    const withOwnerKey = request.ownerKey !== undefined;
    switch (afterRefusal(refusal.code, { withOwnerKey, everJoined: this.#everJoined })) {
      case 'again':
        this.#retryJoin();
        break;
      case 'without-owner-key':
        this.#settleOwnerKey(request, refusal);
        this.#startJoining();
        break;
      case 'wait':
        this.#waiting = true;
        this.#handlers.waiting();
        break;
      case 'end':
        this.#handlers.refused(refusal);
    }
  }

  #settleOwnerKey({ roomId, userId, name }: JoinRequest, refusal: Refusal | null): void {
    if (this.#request?.userId === userId) this.#request = { roomId, userId, name };
    this.#handlers.ownerKeyUsed(refusal);
  }

  #retryJoin(): void {
    const delay = backoff(this.#attempts, JOIN_RETRY_FIRST_MS, JOIN_RETRY_MAX_MS, this.#options.random);
    this.#attempts += 1;
    this.#after('join', delay, () => this.#askToJoin());
  }

  #planRenewal(ack: JoinAck): void {
    const expiresAt = ack.iceServersExpireAt;
    if (expiresAt === null || expiresAt === undefined) return;
    const life = (expiresAt - this.serverNow()) * RENEW_AT;
    this.#after('renew', Math.min(RENEW_MAX_MS, Math.max(RENEW_MIN_MS, life)), () => this.#renew());
  }

  #renew(): void {
    const request = this.#request;
    if (request === null || !this.#joined) return;
    this.#ask(request, this.#media, (answer) => {
      if (answer?.ok === true) {
        this.#handlers.renewed(answer);
        this.#planRenewal(answer);
      } else {
        this.#after('renew', RENEW_MIN_MS, () => this.#renew());
      }
    });
  }

  #sampleClock(left: number): void {
    if (!this.#joined) return;
    if (left === 0) {
      this.#after('clock', CLOCK_CHECK_MS, () => this.checkClock());
      return;
    }
    const sentAt = this.#now();
    this.#socket.timeout(ACK_TIMEOUT_MS).emit('clock', (error: Error | null, answer: unknown) => {
      const ack = error === null ? parseIncoming(clockAckSchema, answer, 'clock') : undefined;
      if (ack !== undefined) this.#learnTime(sentAt, ack.serverTime);
      this.#after('clock', CLOCK_SAMPLE_GAP_MS, () => this.#sampleClock(left - 1));
    });
  }

  #learnTime(sentAt: number, serverTime: number): void {
    this.#clock = betterEstimate(this.#clock, { sentAt, receivedAt: this.#now(), serverTime });
  }

  #after(name: 'join' | 'renew' | 'clock' | 'connect', delayMs: number, act: () => void): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(name, setTimeout(act, delayMs));
  }
}
