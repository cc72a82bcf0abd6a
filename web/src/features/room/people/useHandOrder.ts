import { useRoom } from '../session-context';
import { handOrder } from './model';

/** A member's place among the raised hands, from 1; null while theirs is down. */
export function useHandOrder(memberId: string): number | null {
  return useRoom(({ self, others }) => handOrder(self, others).get(memberId) ?? null);
}
