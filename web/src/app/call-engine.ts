import type { RoomSession } from '@/features/room/session/types';
import type { LocalMedia } from '@/shared/media/types';

/** Makes what a visit to a room needs; the pages know only this. */
export interface CallEngine {
  createLocalMedia: () => LocalMedia;
  createRoomSession: (options: RoomVisit) => RoomSession;
}

export interface RoomVisit {
  roomId: string;
  name: string;
  media: LocalMedia;
  /** With which the person came as an owner. */
  ownerKey?: string | undefined;
  /** Whether it was taken; it is of no use after that. */
  onOwnerKey?: (accepted: boolean) => void;
}

/** The start page does without it, so it is fetched on the way to a room. */
export type LoadCallEngine = () => Promise<CallEngine>;
