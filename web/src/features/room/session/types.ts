import type { StoreApi } from 'zustand/vanilla';
import type { LocalMedia } from '@/shared/media/types';

export type { LocalMedia, LocalMediaState, MediaProblem } from '@/shared/media/types';

/** How the page stands to the server. Media that flows peer to peer is independent of it. */
export type ConnectionStatus = 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'refused' | 'left';

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
}

export interface RoomSessionState {
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
  /** Which tiles are on screen: cameras off screen are not sent to us. */
  setVisible(userId: string, visible: boolean): void;
  dismissNotice(id: number): void;
}
