import type { RoomEvent } from '@/realtime/schemas-log';
import type { TimerSettings, TimerView } from '@/realtime/schemas-timer';
import type { FeatureModel } from '../replica';

/** The last thing that was done to the timer, as far as this page knows. */
export interface Doing {
  what:
    | 'started'
    | 'paused'
    | 'resumed'
    | 'skipped'
    | 'reset'
    | 'extended'
    | 'configured'
    | 'ended'
    /** something; who joins later is not told what */
    | 'touched';
  by: string;
  /** By how much it was extended. */
  minutes?: number;
}

export interface TimerState extends TimerView {
  doing: Doing | null;
}

/** What the system did is told apart from what a member did by this. */
export const SYSTEM = 'system';

/** The room's timer: what the server said last. Pages count down from `endsAt` by themselves. */
export const timerModel: FeatureModel<TimerState, TimerView> = {
  initial: (view) => ({ ...view, doing: doingOf(view) }),

  reduce(state, event) {
    if (!('timer' in event)) return state;
    const { settings, presets, ...clock } = event.timer;
    return {
      ...clock,
      settings: settings ?? state.settings,
      presets: presets ?? state.presets,
      doing: doingBy(event) ?? state.doing,
    };
  },

  // A clock that everybody shares moves when the server says so; only what somebody typed in shows at once.
  optimistic(state, { event, payload }) {
    if (event === 'timer-configure')
      return { ...state, settings: { ...state.settings, ...(payload as Partial<TimerSettings>) } };
    if (event === 'preset-remove')
      return { ...state, presets: state.presets.filter(({ name }) => name !== payload.name) };
    return state;
  },
};

function doingOf({ by, paused, phase }: TimerView): Doing | null {
  if (by === null) return null;
  if (paused) return { what: 'paused', by };
  return { what: by === SYSTEM && phase === 'idle' ? 'ended' : 'touched', by };
}

/** Presets are no doing: the clock stays as it was. */
const doings: Partial<Record<RoomEvent['type'], Doing['what']>> = {
  'timer-started': 'started',
  'timer-paused': 'paused',
  'timer-resumed': 'resumed',
  'timer-skipped': 'skipped',
  'timer-reset': 'reset',
  'timer-extended': 'extended',
  'timer-configured': 'configured',
  'timer-phase-ended': 'ended',
};

function doingBy(event: Extract<RoomEvent, { timer: unknown }>): Doing | null {
  const what = doings[event.type];
  if (what === undefined) return null;
  const minutes = 'minutes' in event ? event.minutes : undefined;
  return { what, by: event.by, ...(minutes !== undefined && { minutes }) };
}
