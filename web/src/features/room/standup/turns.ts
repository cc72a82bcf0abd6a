import { STANDUP_TEMPLATE } from '@/shared/entry-words';
import { may } from '../access/permissions';
import type { RoomSession, RoomSessionState } from '../session/types';
import { speakerOf } from './model';

/** Whether this room is for stand-ups. */
export function isStandup({ access }: Pick<RoomSessionState, 'access'>): boolean {
  return access?.template === STANDUP_TEMPLATE;
}

type Known = Pick<RoomSessionState, 'access' | 'self' | 'status' | 'standup'>;

/** Why our person cannot begin or end a round just now. */
export function leadObstacle(state: Known): 'ownersOnly' | 'disconnected' | null {
  // Late, a command means something else: who spoke then does so no more.
  if (state.status !== 'connected') return 'disconnected';
  return may('timer', state) ? null : 'ownersOnly';
}

/** Who leads passes on, and who speaks. */
export function mayPassOn(state: Known): boolean {
  if (state.status !== 'connected' || state.self === null) return false;
  return may('timer', state) || speakerOf(state.standup) === state.self.memberId;
}

/** Passes on from who speaks as we see it, so that two who do so at once pass on once. */
export function passOn(session: RoomSession): void {
  const state = session.store.getState();
  const round = state.standup?.round ?? null;
  if (round !== null && mayPassOn(state)) void session.send('standup-next', { index: round.index });
}
