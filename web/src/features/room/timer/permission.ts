import type { RoomSessionState } from '../session/types';

/** Why this person cannot control the timer just now. */
export type TimerObstacle = 'ownersOnly' | 'disconnected';

export function timerObstacle({
  access,
  self,
  status,
}: Pick<RoomSessionState, 'access' | 'self' | 'status'>): TimerObstacle | null {
  // Late, a command means something else: a pause of ten minutes ago is no pause.
  if (status !== 'connected') return 'disconnected';
  // Nobody's room: everyone may do everything in it.
  if (access === null || access.owners.length === 0) return null;
  if (access.settings.timer === 'everyone') return null;
  return self !== null && access.owners.includes(self.memberId) ? null : 'ownersOnly';
}
