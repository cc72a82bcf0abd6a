import type { StoreApi } from 'zustand/vanilla';
import type { PendingCommand } from '@/realtime/outbox';
import type { Position } from '@/realtime/room-log';
import type { Waiting } from '@/realtime/schemas-access';
import type { Answer } from '@/realtime/schemas-log';
import type { MemberStatus } from '@/realtime/schemas';
import type { Typing } from '@/realtime/schemas-typing';
import type { LocalMedia } from '@/shared/media/types';

import type { AccessState } from '../access/model';
import type { ChatState } from '../chat/model';
import type { GoalsState } from '../goals/model';
import type { StandupState } from '../standup/model';
import type { NotesState } from '../notes/model';
import type { SearchAnswer } from '@/realtime/schemas-search';
import type { TasksState } from '../tasks/model';
import type { NoteChannel, NoteListener } from './note-channels';
import type { TimerState } from '../timer/model';

export type { Answer, MemberStatus, PendingCommand };
export type { LocalMedia, LocalMediaState, MediaProblem } from '@/shared/media/types';

/**
 * How the page stands to the server; `waiting` is at the room's door. Media that flows peer to peer is independent of it.
 */
export type ConnectionStatus =
  'idle' | 'connecting' | 'waiting' | 'connected' | 'reconnecting' | 'refused' | 'left';

export type Quality = 'unknown' | 'good' | 'fair' | 'poor';

/** How a peer-to-peer link stands; `none` where none is due, because both sides only listen. */
export type LinkState = 'none' | 'connecting' | 'connected' | 'interrupted' | 'failed';

export interface MediaState {
  mic: boolean;
  camera: boolean;
  screen: boolean;
  hand: boolean;
}

/** One connection (tab, device) of a person: one tile, and a second one while it shares a screen. */
export interface Participant {
  userId: string;
  memberId: string;
  name: string;
  role: 'owner' | 'member' | 'guest';
  isSelf: boolean;
  publisher: boolean;
  joinedAt: number;
  media: MediaState;
  /** What the person says they are doing. */
  status: MemberStatus;
  /** When the hand went up, by the server's clock: who raised it first is first. */
  handRaisedAt: number | null;
  link: LinkState;
  /** Camera and microphone. */
  stream: MediaStream | null;
  /** A second tile when set. */
  screenStream: MediaStream | null;
  speaking: boolean;
  quality: Quality;
}

/** A message of the server or the engine to the person, shown as a toast. */
export interface Notice {
  id: number;
  code: string;
  message: string;
  /** Who caused it, if it was somebody. */
  name?: string | undefined;
}

/** A command that the server refused and whose words are worth keeping: it can be sent again or thrown away. */
export interface FailedCommand extends PendingCommand {
  refusal: { code: string; message: string };
}

/** Somebody who writes just now; forgotten when it is over. */
export type TypingNow = Omit<Typing, 'on'>;

/** What lasts of a room, as it is shown: what the server confirmed, with what still waits to be sent. */
export interface LastingState {
  /** Null where the server keeps no log of this room. */
  log: Position | null;
  chat: ChatState | null;
  timer: TimerState | null;
  tasks: TasksState | null;
  access: AccessState | null;
  goals: GoalsState | null;
  standup: StandupState | null;
  notes: NotesState | null;
  /** Commands that the server has not confirmed yet, in their order. */
  outbox: readonly PendingCommand[];
  failed: readonly FailedCommand[];
}

export interface RoomSessionState extends LastingState {
  /** Our person's own board in this room; null until it has come, and where they have none. */
  ownTasks: TasksState | null;
  /** Which members are in a note, by its number; in no other note is anybody. */
  noteMembers: Readonly<Record<number, readonly string[]>>;
  status: ConnectionStatus;
  roomId: string;
  refusal: { code: string; message: string } | null;
  self: Participant | null;
  /** In join order. */
  others: Participant[];
  /** A userId. */
  activeSpeaker: string | null;
  /** This connection publishes nothing because the mesh is full; the page says so. */
  listening: boolean;
  limits: { videoPublishers: number; members: number };
  notices: Notice[];
  /** Who waits at the door; empty for all but owners. */
  waiting: readonly Waiting[];
  typing: readonly TypingNow[];
  /** What our person says they do at this page, whether or not they are away from it just now. */
  chosenStatus: MemberStatus;
  /** Set when an owner muted us, with their name where it is known, until an owner lets us speak again. */
  muted: { by: string } | null;
}

/** The seam between the call engine and the pages: state as a store, and what a person can do. */
export interface RoomSession {
  readonly store: StoreApi<RoomSessionState>;
  readonly media: LocalMedia;
  /** Connects, joins and calls; keeps itself alive until `leave`. */
  join(): void;
  leave(): Promise<void>;
  startScreenShare(): Promise<void>;
  stopScreenShare(): void;
  setHand(raised: boolean): void;
  /** What our person does; who touches nothing for a while is away by itself, and back with the next touch. */
  setStatus(status: MemberStatus): void;
  /** Which tiles are on screen: cameras off screen are not sent to us. */
  setVisible(userId: string, visible: boolean): void;
  /** Shows a message to this person. */
  notify(notice: Omit<Notice, 'id'>): void;
  dismissNotice(id: number): void;
  /**
   * A journalled command; with `private` in the payload it is about what is ours alone. It waits in the outbox until the server has taken it, over lost connections and reloads; the
   * answer says what became of it. Refusals are shown to the person without more ado.
   */
  send(event: string, payload: Record<string, unknown>): Promise<Answer>;
  /** Something that is answered but not kept: without a connection the answer is a refusal with the code `no-answer`. */
  ask(event: string, payload: Record<string, unknown>): Promise<Answer>;
  /** Looks for a text in the room's notes and chat; null where no answer came. */
  search(text: string): Promise<SearchAnswer | null>;
  /** Something that may get lost. */
  tell(event: string, payload: Record<string, unknown>): void;
  /** Begins to read and write a note; until the channel is closed its listener hears what others write. */
  openNote(noteId: number, listener: NoteListener): NoteChannel;
  /** Sends a failed command again. */
  retry(commandId: string): void;
  /** Throws a failed command away. */
  discard(commandId: string): void;
  /** Fetches the messages before the first that we have; resolves to whether it worked. */
  loadOlderMessages(): Promise<boolean>;
  /** Everything in the chat up to this event has been read. */
  markChatRead(seq: number): void;
  /** The server's time by our best estimate, for whatever counts down. */
  serverNow(): number;
}
