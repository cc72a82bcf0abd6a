import { useRoom } from '../session-context';
import { openGoal, type Goal } from './model';

/** What a member works on just now; without a member, what our own person does. */
export function useOpenGoal(memberId?: string): Goal | null {
  return useRoom(({ goals, self }) => openGoal(goals, memberId ?? self?.memberId));
}
