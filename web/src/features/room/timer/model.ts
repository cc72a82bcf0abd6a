import type { TimerSettings, TimerView } from '@/realtime/schemas-timer';
import type { FeatureModel } from '../replica';

export type TimerState = TimerView;

/** The room's timer: what the server said last. Pages count down from `endsAt` by themselves. */
export const timerModel: FeatureModel<TimerState, TimerView> = {
  initial: (view) => view,

  reduce(state, event) {
    if (!('timer' in event)) return state;
    const { settings, presets, ...clock } = event.timer;
    return { ...clock, settings: settings ?? state.settings, presets: presets ?? state.presets };
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
