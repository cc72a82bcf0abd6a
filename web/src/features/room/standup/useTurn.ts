import { useMemo } from 'react';
import { useRoom } from '../session-context';
import { useShownSeconds } from '../timer/useShownSeconds';
import { speakerOf, type StandupRound } from './model';

/** The seconds that who speaks has to go; 0 when their time is over. */
export function useTurnSeconds({ endsAt }: StandupRound): number {
  const clock = useMemo(() => ({ endsAt, remaining: null }), [endsAt]);
  return useShownSeconds(clock) ?? 0;
}

/** The round in which it is this member's turn. */
export function useTurnOf(memberId: string): StandupRound | null {
  return useRoom(({ standup }) => (speakerOf(standup) === memberId ? (standup?.round ?? null) : null));
}
