import type { Waiting } from '@/realtime/schemas-access';
import { useRoom } from '../session-context';
import type { RoomSessionState } from '../session/types';
import { may } from './permissions';

const NOBODY: readonly Waiting[] = [];

/** Who waits at the door, for those who may let them in. */
export function waitingFor(state: Pick<RoomSessionState, 'access' | 'self' | 'waiting'>): readonly Waiting[] {
  return may('moderate', state) ? state.waiting : NOBODY;
}

export function useWaiting(): readonly Waiting[] {
  return useRoom(waitingFor);
}
