import type { TimerState } from '../timer/model';

const MINUTE_MS = 60_000;

/** An untouched classic timer; tests say only what matters to them. */
export function timerOf(differences: Partial<TimerState> = {}): TimerState {
  return {
    phase: 'idle',
    round: 1,
    startedAt: null,
    endsAt: null,
    remaining: null,
    length: null,
    paused: false,
    by: null,
    next: 'focus',
    settings: {
      focus: 25,
      shortBreak: 5,
      longBreak: 15,
      rounds: 4,
      autoAdvance: false,
      quietFocus: false,
    },
    presets: [],
    doing: null,
    ...differences,
  };
}

/** A phase that began at a moment. */
export function running(
  phase: 'focus' | 'shortBreak' | 'longBreak',
  startedAt: number,
  differences: Partial<TimerState> = {},
): TimerState {
  const fresh = timerOf(differences);
  const length = fresh.settings[phase] * MINUTE_MS;
  return {
    ...fresh,
    phase,
    startedAt,
    endsAt: startedAt + length,
    length,
    by: 'member-ana',
    next: phase === 'focus' ? 'shortBreak' : 'focus',
    doing: { what: 'started', by: 'member-ana' },
    ...differences,
  };
}

/** The same phase, stopped with so much to go. */
export function paused(timer: TimerState, remaining: number): TimerState {
  return { ...timer, endsAt: null, remaining, paused: true, doing: { what: 'paused', by: 'member-ana' } };
}
