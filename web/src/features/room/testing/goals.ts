import type { Goal, GoalsState } from '../goals/model';
import type { StandupRound, StandupState } from '../standup/model';

/** Ana's open goal; tests say only what matters to them. */
export function goalOf(differences: Partial<Goal> = {}): Goal {
  return {
    goalId: 1,
    memberId: 'member-ana',
    name: 'Ana Duarte',
    text: 'Two pages of the essay',
    at: Date.UTC(2026, 0, 1, 9),
    outcome: null,
    word: '',
    closedAt: null,
    ...differences,
  };
}

export function goalsOf(...goals: Goal[]): GoalsState {
  return { goals };
}

export function standupOf(differences: Partial<StandupState> = {}): StandupState {
  return { answers: [], round: null, ...differences };
}

/** Ana speaks first, for two minutes. */
export function roundOf(startedAt: number, differences: Partial<StandupRound> = {}): StandupRound {
  return {
    seq: 7,
    order: ['member-ana', 'member-me'],
    index: 0,
    seconds: 120,
    startedAt,
    endsAt: startedAt + 120_000,
    startedBy: 'member-ana',
    ...differences,
  };
}
