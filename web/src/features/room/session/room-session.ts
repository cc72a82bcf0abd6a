import type { Peer, PeerJSOption } from 'peerjs';
import type { Socket } from 'socket.io-client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { NOBODY, reduceMembership, type Membership, type MembershipEvent } from '@/realtime/members';
import { RoomSocket } from '@/realtime/room-socket';
import type { JoinAck } from '@/realtime/schemas';
import type { Answer } from '@/realtime/schemas-log';
import { parseIncoming } from '@/realtime/parse-incoming';
import { noteWhoSchema, type NoteMembers } from '@/realtime/schemas-notes';
import { searchSchema, type SearchAnswer } from '@/realtime/schemas-search';
import type { Refusal } from '@/realtime/schemas-refusal';
import { CallEngine } from './call-engine';
import { initialState } from './initial-state';
import { LastingRoom } from './lasting-room';
import { NoteChannels, type NoteChannel, type NoteListener } from './note-channels';
import { OwnBoard } from './own-board';
import { OwnPresence } from './own-presence';
import { OwnersOrders } from './owners-orders';
import type { RoomStorage } from './room-storage';
import { inJoinOrder, participantOf, reuse, reuseList } from './participants';
import { ScreenShare } from './screen-share';
import { TypingNowList } from './typing-now';
import type {
  LocalMedia,
  MediaState,
  MemberStatus,
  Notice,
  Participant,
  RoomSession,
  RoomSessionState,
} from './types';
import { Visibility } from './visibility';

const NOTICES_MAX = 20;
const ABSENCE_CHECK_MS = 1_000;
/** What was written last in notes goes on its way before who leaves is gone. */
const NOTES_SETTLED_MS = 2_000;
/** After these a page may have slept. */
const WAKING = ['visibilitychange', 'resume', 'pageshow'] as const;

export interface RoomSessionOptions {
  roomId: string;
  name: string;
  media: LocalMedia;
  /** Makes our person an owner of the room. */
  ownerKey?: string | undefined;
  /** Whether it did; after that it is of no use any more. */
  onOwnerKey?: ((accepted: boolean) => void) | undefined;
}

/** What the session takes from the browser and its two libraries. */
export interface RoomSessionEnvironment {
  createSocket: () => Socket;
  createPeer: (id: string, options: PeerJSOption) => Peer;
  address: { host: string; port: number; secure: boolean };
  supported: boolean;
  timeZone: string;
  /** Has the server know this browser before it connects; resolves in any case, and soon. */
  introduce: () => Promise<void>;
  now: () => number;
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  /** What is kept over a reload. */
  storage: (roomId: string) => RoomStorage;
  newCommandId: () => string;
}

/** One person's stay in one room: joins the server, the calls and the local media, and shows them as one store. */
export class RoomCallSession implements RoomSession {
  readonly store: StoreApi<RoomSessionState>;
  readonly media: LocalMedia;
  readonly #options: RoomSessionOptions;
  readonly #environment: RoomSessionEnvironment;
  readonly #socket: RoomSocket;
  readonly #lasting: LastingRoom;
  readonly #own: OwnBoard;
  readonly #notes = new NoteChannels({
    ask: (event, payload) => this.#socket.ask(event, payload),
    tell: (event, payload) => this.#socket.tell(event, payload),
  });
  readonly #typing = new TypingNowList((typing) => this.store.setState({ typing }));
  readonly #calls: CallEngine;
  readonly #screen = new ScreenShare(() => this.#onLocalMedia());
  readonly #visibility: Visibility;
  readonly #presence: OwnPresence;
  readonly #orders: OwnersOrders;
  #ownerKey: string | undefined;
  #membership: Membership = NOBODY;
  #active = false;
  #hand = false;
  #told: MediaState = { mic: false, camera: false, screen: false, hand: false };
  #lostAt: number | null = null;
  #noticeCount = 0;
  #ends: (() => void)[] = [];

  constructor(options: RoomSessionOptions, environment: RoomSessionEnvironment) {
    this.#options = options;
    this.#environment = environment;
    this.media = options.media;
    this.#ownerKey = options.ownerKey;
    this.store = createStore(() => initialState(options.roomId));
    this.#socket = this.#makeSocket();
    const storage = environment.storage(options.roomId);
    this.#lasting = new LastingRoom({
      ask: (event, payload) => this.#socket.ask(event, payload),
      command: (event, payload) => this.#socket.command(event, payload),
      rejoin: () => this.#socket.rejoin(),
      changed: (state) => {
        if (!this.#active) return;
        this.store.setState(state);
        this.#orders.settingsChanged();
      },
      refused: (refusal) => this.notify(refusal),
      storage: storage.outbox,
      readMark: storage.readMark,
    });
    this.#own = new OwnBoard({
      ask: (event, payload) => this.#socket.ask(event, payload),
      command: (event, payload) => this.#socket.command(event, payload),
      changed: (ownTasks) => {
        if (this.#active) this.store.setState({ ownTasks });
      },
      refused: (refusal) => this.notify(refusal),
      storage: storage.ownOutbox,
    });
    this.#presence = new OwnPresence({
      page: environment.page,
      now: environment.now,
      kept: storage.status,
      changed: (status) => this.#socket.sendStatus(status),
    });
    this.#orders = new OwnersOrders({
      store: this.store,
      media: this.media,
      screen: this.#screen,
      lowerHand: () => this.setHand(false),
      notify: (notice) => this.notify(notice),
      nameOf: (memberId) => this.#nameOf(memberId),
    });
    this.#visibility = new Visibility((userId, on) => this.#socket.sendReceiveVideo(userId, on));
    this.#calls = new CallEngine({
      createPeer: environment.createPeer,
      address: environment.address,
      now: environment.now,
      opened: (userId) => this.#onAddress(userId),
      connected: (userId) => this.#visibility.repeat([userId]),
      changed: () => this.#show(),
      // The meter shows the root of the loudness, as ears hear it; voices are compared by the loudness itself.
      selfLevel: () => this.media.store.getState().level ** 2,
    });
  }

  join(): void {
    if (this.#active) return;
    if (!this.#environment.supported) {
      this.#refuse({ code: 'unsupported-browser', message: 'This browser has no WebRTC.' });
      return;
    }
    this.#active = true;
    this.store.setState({ status: 'connecting', refusal: null, ...this.#lasting.state });
    this.#calls.start();
    this.#follow();
    this.#onLocalMedia();
    void this.#environment.introduce().then(() => {
      if (this.#active) this.#socket.open();
    });
  }

  async leave(): Promise<void> {
    const wasActive = this.#end();
    this.#presence.forget();
    this.media.dispose();
    this.store.setState({ ...initialState(this.#options.roomId), status: 'left' });
    if (wasActive) {
      const settled = this.#notes.settled(NOTES_SETTLED_MS);
      if (settled !== null) await settled;
      await this.#socket.leave();
    }
    this.#notes.disconnected();
  }

  async startScreenShare(): Promise<void> {
    if (!this.#active) return;
    if (this.store.getState().listening) {
      this.notify({ code: 'listening-only', message: 'Everyone who may publish already does.' });
      return;
    }
    const problem = await this.#screen.start();
    if (problem !== null) this.notify({ code: problem, message: 'The screen could not be shared.' });
    // The person may have left while the browser asked what to share.
    if (!this.#isActive()) this.#screen.stop();
  }

  stopScreenShare(): void {
    this.#screen.stop();
  }

  setHand(raised: boolean): void {
    this.#hand = raised;
    this.#onLocalMedia();
  }

  setStatus(status: MemberStatus): void {
    this.store.setState({ chosenStatus: status });
    this.#presence.choose(status);
  }

  setVisible(userId: string, visible: boolean): void {
    if (this.#membership.others.has(userId)) this.#visibility.set(userId, visible);
  }

  dismissNotice(id: number): void {
    this.store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
  }

  send(event: string, payload: Record<string, unknown>): Promise<Answer> {
    const self = this.#membership.self;
    const log = payload.private === true ? this.#own : this.#lasting;
    return log.send({
      commandId: this.#environment.newCommandId(),
      event,
      payload,
      at: this.serverNow(),
      by: self?.memberId ?? '',
      name: self?.name ?? this.#options.name,
    });
  }

  async ask(event: string, payload: Record<string, unknown>): Promise<Answer> {
    const answer = await this.#socket.command(event, payload);
    return answer ?? { ok: false, code: 'no-answer', message: 'The server did not answer.' };
  }

  async search(text: string): Promise<SearchAnswer | null> {
    const raw = await this.#socket.ask('room-search', { text });
    return raw === null ? null : (parseIncoming(searchSchema, raw, 'room-search') ?? null);
  }

  tell(event: string, payload: Record<string, unknown>): void {
    this.#socket.tell(event, payload);
  }

  openNote(noteId: number, listener: NoteListener): NoteChannel {
    return this.#notes.open(noteId, listener);
  }

  retry(commandId: string): void {
    this.#lasting.retry(commandId, this.#environment.newCommandId());
  }

  discard(commandId: string): void {
    this.#lasting.discard(commandId);
  }

  loadOlderMessages(): Promise<boolean> {
    return this.#lasting.loadOlderMessages();
  }

  markChatRead(seq: number): void {
    const read = this.store.getState().chat?.read;
    if (read === undefined || seq <= read) return;
    this.#lasting.chatRead(seq);
    // Unanswered, the next one says it too.
    void this.#socket.command('chat-read', { seq });
  }

  serverNow(): number {
    return this.#socket.serverNow();
  }

  #makeSocket(): RoomSocket {
    const { createSocket, now, timeZone } = this.#environment;
    return new RoomSocket({
      socket: createSocket(),
      timeZone,
      now,
      position: () => this.#lasting.position,
      handlers: {
        connected: () => {
          if (this.#lostAt !== null) this.#calls.refreshBroker(this.#lostAt);
        },
        disconnected: () => {
          this.#lostAt ??= now();
          this.#lasting.disconnected();
          this.#own.disconnected();
          this.#notes.disconnected();
          if (this.store.getState().status === 'connected') this.store.setState({ status: 'reconnecting' });
        },
        joined: (ack, request) => this.#onJoined(ack, request.userId),
        renewed: (ack) => this.#calls.setIceServers(ack.iceServers),
        refused: (refusal) => this.#refuse(refusal),
        waiting: () => this.#onWaiting(),
        ownerKeyUsed: (refusal) => this.#onOwnerKey(refusal),
        mediaRefused: (refusal) => this.#orders.refused(refusal),
        memberUpdated: (member) => this.#change({ type: 'member-updated', member }),
        userConnected: (userId) => this.#change({ type: 'user-connected', userId, at: now() }),
        userDisconnected: (userId) => this.#change({ type: 'user-disconnected', userId }),
        receiveVideo: ({ userId, on }) => this.#calls.setWanted(userId, on),
        notice: (notice) => {
          if (notice.code === 'replaced' || notice.code === 'forgotten') this.#refuse(notice);
          else this.#orders.heard(notice);
        },
        roomEvent: (event) => this.#lasting.receive(event),
        ownEvent: (event) => this.#own.receive(event),
        noteUpdated: (message) => this.#notes.updated(message),
        noteAware: (message) => this.#notes.moved(message),
        noteMembers: (who) => this.#showNoteMembers([who]),
        typing: (typing) => this.#typing.hear(typing),
        chatRead: (seq) => this.#lasting.chatRead(seq),
        memberWaiting: (waiting) =>
          this.store.setState((state) => ({
            waiting: [...state.waiting.filter(({ memberId }) => memberId !== waiting.memberId), waiting],
          })),
        memberWaitingGone: (memberId) =>
          this.store.setState((state) => ({
            waiting: state.waiting.filter((waiting) => waiting.memberId !== memberId),
          })),
      },
    });
  }

  /** What is opened here is closed by `#end`. */
  #follow(): void {
    const { page, now } = this.#environment;
    const checking = setInterval(() => {
      this.#change({ type: 'time-passed', at: now(), flowing: (userId) => this.#calls.isFlowing(userId) });
    }, ABSENCE_CHECK_MS);
    const onPageHide = (): void => {
      if (!this.#end()) return;
      this.#socket.leaveNow();
      this.media.dispose();
      this.store.setState({ ...initialState(this.#options.roomId), status: 'left' });
    };
    page.addEventListener('pagehide', onPageHide);
    this.#presence.start();
    const onWaking = (): void => this.#socket.checkClock();
    // Not all of them bubble; on their way down they pass the window.
    for (const event of WAKING) page.addEventListener(event, onWaking, true);
    this.#ends = [
      () => this.#presence.stop(),
      this.media.store.subscribe(() => this.#onLocalMedia()),
      () => clearInterval(checking),
      () => page.removeEventListener('pagehide', onPageHide),
      () => {
        for (const event of WAKING) page.removeEventListener(event, onWaking, true);
      },
    ];
  }

  #end(): boolean {
    const wasActive = this.#active;
    this.#active = false;
    for (const end of this.#ends) end();
    this.#ends = [];
    this.#screen.stop();
    this.#visibility.keep(new Set());
    if (wasActive) this.#calls.stop();
    this.#lasting.end();
    this.#own.end();
    this.#typing.forget(() => true);
    this.#membership = NOBODY;
    this.#lostAt = null;
    return wasActive;
  }

  #refuse(refusal: { code: string; message: string }): void {
    const wasActive = this.#end();
    this.#notes.disconnected();
    if (wasActive) this.#socket.leaveNow();
    const { code, message } = refusal;
    this.store.setState({
      ...initialState(this.#options.roomId),
      status: 'refused',
      refusal: { code, message },
    });
  }

  #onAddress(userId: string): void {
    if (userId === this.#membership.self?.userId) return;
    const { roomId, name } = this.#options;
    const ownerKey = this.#ownerKey;
    this.#socket.join({ roomId, userId, name, ...(ownerKey !== undefined && { ownerKey }) });
  }

  #onOwnerKey(refusal: Refusal | null): void {
    this.#ownerKey = undefined;
    this.#options.onOwnerKey?.(refusal === null);
    if (refusal === null) return;
    const code = refusal.code === 'not-permitted' ? 'owner-needs-cookie' : refusal.code;
    this.notify({ code, message: refusal.message });
  }

  /** Who was in the room before, and long gone for the server, is in no call any more either. */
  #onWaiting(): void {
    this.#lasting.disconnected();
    this.#own.disconnected();
    this.#notes.disconnected();
    if (this.#membership.self !== null) {
      this.#membership = NOBODY;
      this.#calls.stop();
      this.#calls.start();
    }
    this.store.setState({ status: 'waiting' });
    this.#onLocalMedia();
  }

  #nameOf(memberId: string): string | undefined {
    const { self, others } = this.#membership;
    return [...others.values(), ...(self === null ? [] : [self])].find((one) => one.memberId === memberId)
      ?.name;
  }

  #onJoined(ack: JoinAck, userId: string): void {
    if (this.#lostAt !== null) this.#orders.foundAgain();
    this.#lostAt = null;
    this.#calls.setIceServers(ack.iceServers);
    const { members, videoPublishers } = ack.limits;
    this.store.setState({
      status: 'connected',
      limits: { members, videoPublishers },
      waiting: ack.waiting,
    });
    this.#lasting.joined(ack);
    this.#own.joined();
    this.#notes.joined();
    this.#askWhoIsInNotes();
    this.#change({ type: 'joined', userId, members: ack.members, at: this.#environment.now() });
    this.#visibility.repeat();
  }

  #askWhoIsInNotes(): void {
    this.store.setState({ noteMembers: {} });
    void this.#socket.ask('note-members', {}).then((raw) => {
      const answer = raw === null ? undefined : parseIncoming(noteWhoSchema, raw, 'note-members');
      if (this.#active && answer?.ok === true) this.#showNoteMembers(answer.notes);
    });
  }

  #showNoteMembers(notes: readonly NoteMembers[]): void {
    this.store.setState(({ noteMembers }) => ({
      noteMembers: {
        ...noteMembers,
        ...Object.fromEntries(notes.map(({ noteId, members }) => [noteId, members])),
      },
    }));
  }

  #change(event: MembershipEvent): void {
    const membership = reduceMembership(this.#membership, event);
    if (!this.#active || membership === this.#membership) return;
    // Who is no owner any more hears no more of who waits.
    if (this.#membership.self?.role === 'owner' && membership.self?.role !== 'owner')
      this.store.setState({ waiting: [] });
    this.#membership = membership;
    const present = new Set([...membership.others.values()].map(({ memberId }) => memberId));
    this.#typing.forget(({ memberId }) => !present.has(memberId));
    this.#visibility.keep(new Set(membership.others.keys()));
    this.#calls.setMembership(membership);
    this.#onLocalMedia();
  }

  /** Our tracks, screen, hand or publisher flag may have changed. */
  #onLocalMedia(): void {
    if (!this.#active) return;
    const { stream, mic, camera } = this.media.store.getState();
    const publisher = this.#membership.self?.publisher ?? true;
    const [audio] = publisher ? stream.getAudioTracks() : [];
    const [video] = publisher && camera ? stream.getVideoTracks() : [];
    this.#calls.setTracks(audio ?? null, video ?? null);
    if (!publisher) this.#screen.stop();
    this.#calls.setScreen(this.#screen.stream);
    const screen = this.#screen.stream !== null;
    const state = { mic: publisher && mic, camera: publisher && camera, screen, hand: this.#hand };
    if (!sameMedia(state, this.#told)) {
      this.#told = state;
      this.#socket.sendMedia(state);
    }
    this.#show();
  }

  #show(): void {
    if (!this.#active) return;
    const before = this.store.getState();
    const self = this.#self();
    const others = [...this.#membership.others.values()]
      .map((presence) => participantOf(presence, false, this.#calls.mediaOf(presence.userId)))
      .sort(inJoinOrder);
    const after = {
      self: self === null ? null : reuse(before.self, self),
      others: reuseList(before.others, others),
      activeSpeaker: this.#calls.activeSpeaker,
      listening: self !== null && !self.publisher,
    };
    const same = (Object.keys(after) as (keyof typeof after)[]).every((key) => after[key] === before[key]);
    if (!same) this.store.setState(after);
  }

  #self(): Participant | null {
    const { self } = this.#membership;
    if (self === null) return null;
    return participantOf({ ...self, media: this.#told }, true, {
      link: 'none',
      stream: this.media.store.getState().stream,
      screenStream: this.#screen.stream,
      speaking: this.#told.mic && this.#calls.speaking(self.userId),
      quality: 'unknown',
    });
  }

  notify({ code, message, name }: Omit<Notice, 'id'>): void {
    const notice: Notice = { id: (this.#noticeCount += 1), code, message, name };
    this.store.setState(({ notices }) => ({ notices: [...notices, notice].slice(-NOTICES_MAX) }));
  }

  #isActive(): boolean {
    return this.#active;
  }
}

function sameMedia(a: MediaState, b: MediaState): boolean {
  return a.mic === b.mic && a.camera === b.camera && a.screen === b.screen && a.hand === b.hand;
}
