import { may } from '../access/permissions';
import type { RoomSessionState } from '../session/types';

/** Why this person cannot control the timer just now. */
export type TimerObstacle = 'ownersOnly' | 'disconnected';

export function timerObstacle(
  state: Pick<RoomSessionState, 'access' | 'self' | 'status'>,
): TimerObstacle | null {
  // Late, a command means something else: a pause of ten minutes ago is no pause.
  if (state.status !== 'connected') return 'disconnected';
  return may('timer', state) ? null : 'ownersOnly';
}
