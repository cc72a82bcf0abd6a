import type { RoomViewStore } from '../room-view';
import type { RoomSession } from '../session/types';
import { openGoal, type Outcome } from './model';

/** As long as the answer to the last word is waited for; it may be lost, but nobody is kept. */
export const LAST_WORD_MS = 1_500;

/** Leaves the room, or asks how it went where there is an open goal. */
export function leaveRoom(session: RoomSession, view: RoomViewStore): void {
  const { goals, self } = session.store.getState();
  if (openGoal(goals, self?.memberId) === null) void session.leave();
  else view.setState({ dialog: 'leave' });
}

export interface HowItWent {
  outcome: Outcome;
  word: string;
}

/** Closes our goal. Without a connection that waits in the outbox, for the next visit in this tab. */
export async function closeGoal(session: RoomSession, { outcome, word }: HowItWent): Promise<void> {
  const text = word.trim();
  await session.send('goal-close', { outcome, ...(text !== '' && { text }) });
}

export async function leaveWith(session: RoomSession, how: HowItWent): Promise<void> {
  const told = closeGoal(session, how);
  if (session.store.getState().status === 'connected')
    await Promise.race([told, new Promise((resolve) => setTimeout(resolve, LAST_WORD_MS))]);
  await session.leave();
}
