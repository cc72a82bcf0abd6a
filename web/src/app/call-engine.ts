import { createContext, useContext } from 'react';
import type { RoomSession } from '@/features/room/session/types';
import type { LocalMedia } from '@/shared/media/types';

/** Makes what a visit to a room needs; the pages know only this. */
export interface CallEngine {
  createLocalMedia: () => LocalMedia;
  createRoomSession: (options: { roomId: string; name: string; media: LocalMedia }) => RoomSession;
}

const CallEngineContext = createContext<CallEngine | null>(null);

export const CallEngineProvider = CallEngineContext.Provider;

export function useCallEngine(): CallEngine {
  const engine = useContext(CallEngineContext);
  if (!engine) throw new Error('useCallEngine outside of the app');
  return engine;
}
