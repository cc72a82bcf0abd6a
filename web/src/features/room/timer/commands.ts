import type { TimerView } from '@/realtime/schemas-timer';
import type { RoomSession } from '../session/types';
import { timerObstacle } from './permission';

/** What the large button does, and its key. */
export type MainCommand = 'timer-start' | 'timer-pause' | 'timer-resume';

export function mainCommand({ phase, paused }: Pick<TimerView, 'phase' | 'paused'>): MainCommand {
  if (phase === 'idle') return 'timer-start';
  return paused ? 'timer-resume' : 'timer-pause';
}

export function runTimer(session: RoomSession): void {
  const state = session.store.getState();
  if (state.timer === null) return;
  const obstacle = timerObstacle(state);
  if (obstacle === 'ownersOnly') session.notify({ code: 'not-permitted', message: '' });
  if (obstacle === null) void session.send(mainCommand(state.timer), {});
}
