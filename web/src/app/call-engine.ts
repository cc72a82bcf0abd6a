import type { RoomSession } from '@/features/room/session/types';
import type { LocalMedia } from '@/shared/media/types';

/** Makes what a visit to a room needs; the pages know only this. */
export interface CallEngine {
  createLocalMedia: () => LocalMedia;
  createRoomSession: (options: { roomId: string; name: string; media: LocalMedia }) => RoomSession;
}

/** The start page does without it, so it is fetched on the way to a room. */
export type LoadCallEngine = () => Promise<CallEngine>;
