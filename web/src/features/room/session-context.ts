import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { LocalMediaState, RoomSession, RoomSessionState } from './session/types';

const SessionContext = createContext<RoomSession | null>(null);

export const SessionProvider = SessionContext.Provider;

export function useSession(): RoomSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of a room');
  return session;
}

/** A part of the room's state; the component redraws only when this part changes. */
export function useRoom<T>(select: (state: RoomSessionState) => T): T {
  return useStore(useSession().store, select);
}

export function useLocalMedia<T>(select: (state: LocalMediaState) => T): T {
  return useStore(useSession().media.store, select);
}
