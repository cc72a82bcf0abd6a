import { describe, expect, it } from 'vitest';
import { paused, running, timerOf } from '../../testing/timers';
import type { TimerState } from '../model';
import { NOTHING_WATCHED, watchPhase, type EndedPhase } from './phase-ends';

const NINE = Date.UTC(2026, 0, 1, 9);
const focus = running('focus', NINE);
const END = NINE + 25 * 60_000;
const idleBy = (by: string): TimerState => timerOf({ next: 'shortBreak', by });
const over: EndedPhase = { phase: 'focus', next: 'shortBreak', goesOn: false };

/** What is told of a course of moments: the timer, the time, and whether there is a connection. */
function told(...moments: [timer: TimerState | null, now: number, connected?: boolean][]): EndedPhase[] {
  let watch = NOTHING_WATCHED;
  return moments.flatMap(([timer, now, connected = true]) => {
    const seen = watchPhase(watch, { timer, now, connected });
    watch = seen.watch;
    return seen.ended ?? [];
  });
}

describe('the end of a phase', () => {
  it('is told when the server says so, with what is next', () => {
    expect(told([focus, NINE], [idleBy('system'), END + 20])).toEqual([over]);
    const rest = running('shortBreak', END, { by: 'system' });
    expect(told([focus, NINE], [rest, END + 20])).toEqual([{ ...over, goesOn: true }]);
  });

  it('is told also where our clock is a little behind', () => {
    expect(told([focus, NINE], [idleBy('system'), END - 300])).toEqual([over]);
  });

  it('is told once, whoever comes first: the own clock without a connection, or the server', () => {
    expect(
      told(
        [focus, NINE],
        [focus, END - 1, false],
        [focus, END + 1, false],
        [focus, END + 900, false],
        [idleBy('system'), END + 4_000],
      ),
    ).toEqual([over]);
  });

  it('is left to the server while there is a connection', () => {
    expect(told([focus, NINE], [focus, END + 1], [focus, END + 400])).toEqual([]);
  });

  it('is no news half a minute later', () => {
    expect(told([focus, NINE], [idleBy('system'), END + 30_001])).toEqual([]);
    expect(told([focus, NINE], [focus, END + 3_600_000, false])).toEqual([]);
  });

  it('is none when somebody skips, resets or starts something else', () => {
    expect(told([focus, NINE], [idleBy('member-ana'), NINE + 60_000])).toEqual([]);
    expect(told([focus, NINE], [running('shortBreak', NINE + 60_000), NINE + 60_000])).toEqual([]);
    expect(told([focus, NINE], [idleBy('system'), NINE + 60_000])).toEqual([]);
  });

  it('is none of a pause, an extension or an idle timer', () => {
    expect(told([focus, NINE], [paused(focus, 10), END - 10], [paused(focus, 10), END + 100, false])).toEqual(
      [],
    );
    expect(told([focus, NINE], [{ ...focus, endsAt: END + 300_000 }, END + 10, false])).toEqual([]);
    expect(told([timerOf(), NINE], [idleBy('system'), NINE + 10])).toEqual([]);
    expect(told([null, NINE], [focus, NINE], [null, END + 1])).toEqual([]);
  });

  it('is told of each phase', () => {
    const rest = running('shortBreak', END, { by: 'system', round: 1 });
    const next = running('focus', END + 300_000, { by: 'system', round: 2 });
    expect(told([focus, NINE], [rest, END], [next, END + 300_000])).toEqual([
      { ...over, goesOn: true },
      { phase: 'shortBreak', next: 'focus', goesOn: true },
    ]);
  });
});
