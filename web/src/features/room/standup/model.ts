import {
  ANSWERS_MAX,
  type StandupAnswer,
  type StandupRound,
  type StandupView,
} from '@/realtime/schemas-standup';
import { isEventOf } from '@/realtime/schemas-log';
import type { FeatureModel } from '../replica';

export type { StandupAnswer, StandupRound };

export const QUESTIONS = ['yesterday', 'today', 'blockers'] as const;

export type Question = (typeof QUESTIONS)[number];

export interface StandupState {
  /** The last one of each member, the newest at the end. */
  answers: readonly StandupAnswer[];
  round: StandupRound | null;
}

/** The stand-up of this session: what members answered, and who speaks. */
export const standupModel: FeatureModel<StandupState, StandupView> = {
  initial: ({ answers, round }) => ({ answers, round }),

  reduce(state, event) {
    if (event.type === 'session-ended') return { answers: [], round: null };
    if (event.type === 'history-forgotten') return withoutOld(state, event.through);
    if (event.type === 'member-forgotten') return withoutMember(state, event.memberId);
    if (!isEventOf(event, 'standup')) return state;
    switch (event.type) {
      case 'standup-answered': {
        const { seq, by, name, yesterday = '', today, blockers = '', at } = event;
        return today === undefined
          ? state
          : answered(state, { seq, memberId: by, name, yesterday, today, blockers, at });
      }
      case 'standup-started': {
        const { seq, by, order, seconds, startedAt, endsAt } = event;
        const known =
          order !== undefined && seconds !== undefined && startedAt !== undefined && endsAt !== undefined;
        return {
          ...state,
          round: known ? { seq, order, seconds, startedBy: by, index: 0, startedAt, endsAt } : null,
        };
      }
      case 'standup-moved': {
        const { index, startedAt, endsAt } = event;
        return { ...state, round: state.round && { ...state.round, index, startedAt, endsAt } };
      }
      case 'standup-ended':
        return { ...state, round: null };
    }
  },

  // A round that everybody shares moves when the server says so; only what somebody wrote shows at once.
  optimistic(state, { event, payload, by, name, at }) {
    if (event !== 'standup-answer') return state;
    const text = (question: Question): string =>
      typeof payload[question] === 'string' ? payload[question] : '';
    const [yesterday, today, blockers] = [text('yesterday'), text('today'), text('blockers')];
    return answered(state, { seq: 0, memberId: by, name, yesterday, today, blockers, at });
  },
};

export function answerOf(state: StandupState, memberId: string | undefined): StandupAnswer | null {
  return state.answers.find((answer) => answer.memberId === memberId) ?? null;
}

/** Who speaks, if somebody does. */
export function speakerOf(state: StandupState | null): string | null {
  const round = state?.round ?? null;
  return round?.order[round.index] ?? null;
}

function answered(state: StandupState, answer: StandupAnswer): StandupState {
  const others = state.answers.filter(({ memberId }) => memberId !== answer.memberId);
  return { ...state, answers: [...others, answer].slice(-ANSWERS_MAX) };
}

/** The server has nothing up to this event any more. */
function withoutOld({ answers, round }: StandupState, through: number): StandupState {
  return {
    answers: answers.filter(({ seq }) => seq > through),
    round: round !== null && round.seq > through ? round : null,
  };
}

/** Whoever began a round is not known any more. */
const FORGOTTEN = 'forgotten';

function withoutMember({ answers, round }: StandupState, gone: string): StandupState {
  return {
    answers: answers.filter(({ memberId }) => memberId !== gone),
    round: round?.startedBy === gone ? { ...round, startedBy: FORGOTTEN } : round,
  };
}
