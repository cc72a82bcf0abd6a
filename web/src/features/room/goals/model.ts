import type { PendingCommand } from '@/realtime/outbox';
import { GOALS_MAX, type Goal, type GoalsView, type Outcome } from '@/realtime/schemas-goals';
import { isEventOf } from '@/realtime/schemas-log';
import type { FeatureModel } from '../replica';

export type { Goal, Outcome };

export interface GoalsState {
  /** In the order in which they were set; one that waits to be sent has the number 0. */
  goals: readonly Goal[];
}

const EMPTY: GoalsState = { goals: [] };

/** What members work on in this session, and what became of it. A member has one open goal at most. */
export const goalsModel: FeatureModel<GoalsState, GoalsView> = {
  initial: ({ goals }) => ({ goals }),

  reduce(state, event) {
    if (event.type === 'session-ended') return EMPTY;
    if (event.type === 'history-forgotten') return keep(state, ({ goalId }) => goalId > event.through);
    if (event.type === 'member-forgotten') return keep(state, ({ memberId }) => memberId !== event.memberId);
    if (!isEventOf(event, 'goal')) return state;
    switch (event.type) {
      case 'goal-set': {
        const { seq, by, name, text, at } = event;
        return text === undefined ? state : withGoal(state, fresh(seq, { by, name, text, at }));
      }
      case 'goal-changed': {
        const { goalId, text } = event;
        return text === undefined ? state : change(state, (goal) => goal.goalId === goalId, { text });
      }
      case 'goal-closed': {
        const { goalId, outcome, text, at } = event;
        return outcome === undefined
          ? state
          : change(state, (goal) => goal.goalId === goalId, closed(outcome, text ?? '', at));
      }
    }
  },

  optimistic(state, command) {
    const { event, payload, by, at } = command;
    const mine = (goal: Goal): boolean => goal.memberId === by && goal.outcome === null;
    const text = typeof payload.text === 'string' ? payload.text : '';
    switch (event) {
      case 'goal-set':
        return state.goals.some(mine)
          ? change(state, mine, { text })
          : withGoal(state, fresh(0, { ...command, text }));
      case 'goal-close':
        return change(state, mine, closed(payload.outcome as Outcome, text, at));
      default:
        return state;
    }
  },
};

/** What the member works on just now. */
export function openGoal(state: GoalsState | null, memberId: string | undefined): Goal | null {
  return state?.goals.find((goal) => goal.memberId === memberId && goal.outcome === null) ?? null;
}

function fresh(
  goalId: number,
  { by, name, at, text }: Pick<PendingCommand, 'by' | 'name' | 'at'> & { text: string },
): Goal {
  return { goalId, memberId: by, name, text, at, outcome: null, word: '', closedAt: null };
}

function closed(outcome: Outcome, word: string, at: number): Partial<Goal> {
  return { outcome, word, closedAt: at };
}

/** The server too lets the oldest closed one go, or else the oldest. */
function withGoal({ goals }: GoalsState, goal: Goal): GoalsState {
  if (goals.length < GOALS_MAX) return { goals: [...goals, goal] };
  const oldest = Math.max(
    0,
    goals.findIndex(({ outcome }) => outcome !== null),
  );
  return { goals: [...goals.toSpliced(oldest, 1), goal] };
}

function change(state: GoalsState, which: (goal: Goal) => boolean, to: Partial<Goal>): GoalsState {
  if (!state.goals.some(which)) return state;
  return { goals: state.goals.map((goal) => (which(goal) ? { ...goal, ...to } : goal)) };
}

function keep(state: GoalsState, which: (goal: Goal) => boolean): GoalsState {
  return state.goals.every(which) ? state : { goals: state.goals.filter(which) };
}
