import { describe, expect, it } from 'vitest';
import { paused, running, timerOf } from '../testing/timers';
import { clockText, fractionLeft, isNewPhase, remainingAt, shownSeconds, untilNextSecond } from './clock';

const NINE = Date.UTC(2026, 0, 1, 9);
const MINUTE_MS = 60_000;
const focus = running('focus', NINE);

describe('the time left', () => {
  it.each([
    [0, '25:00'],
    [1, '25:00'],
    [999, '25:00'],
    [1_000, '24:59'],
    [24 * MINUTE_MS, '01:00'],
    [25 * MINUTE_MS - 1, '00:01'],
    [25 * MINUTE_MS, '00:00'],
    [3 * 3_600_000, '00:00'],
  ])('after %i ms is shown as %s', (passed, text) => {
    expect(clockText(shownSeconds(focus, NINE + passed) ?? NaN)).toBe(text);
  });

  it.each([
    [0, '00:00'],
    [59, '00:59'],
    [60, '01:00'],
    [3_599, '59:59'],
    [3_600, '60:00'],
    [12 * 3_600, '720:00'],
  ])('of %i s is written %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });

  it('is the same on every page that knows the end, whenever it came', () => {
    const joinedLate = { ...running('focus', NINE), by: 'somebody', doing: null };
    for (const passed of [17, 4_711, 25 * MINUTE_MS - 1])
      expect(shownSeconds(joinedLate, NINE + passed)).toBe(shownSeconds(focus, NINE + passed));
  });

  it('crosses a change of the clocks to summer time like any other hour', () => {
    // In Berlin it was 01:59:50 and an hour later is 03:59:50.
    const before = Date.UTC(2026, 2, 29, 0, 59, 50);
    const timer = running('focus', before);
    expect(clockText(shownSeconds(timer, before + 20_000) ?? NaN)).toBe('24:40');
  });

  it('stands while it is paused', () => {
    const stopped = paused(focus, 61_500);
    expect(shownSeconds(stopped, NINE)).toBe(62);
    expect(remainingAt(stopped, NINE + 9_000_000)).toBe(61_500);
    expect(untilNextSecond(stopped, NINE)).toBeNull();
  });

  it('is none when idle', () => {
    expect(remainingAt(timerOf(), NINE)).toBeNull();
    expect(shownSeconds(timerOf(), NINE)).toBeNull();
  });
});

it('the next second is due when the shown one is over', () => {
  expect(untilNextSecond(focus, NINE)).toBe(1_000);
  expect(untilNextSecond(focus, NINE + 1)).toBe(999);
  expect(untilNextSecond(focus, NINE + 999)).toBe(1);
  expect(untilNextSecond(focus, NINE + 25 * MINUTE_MS)).toBeNull();
});

it('the ring goes from whole to nothing, extensions included', () => {
  expect(fractionLeft(focus, NINE)).toBe(1);
  expect(fractionLeft(focus, NINE + 12.5 * MINUTE_MS)).toBe(0.5);
  expect(fractionLeft(focus, NINE + 26 * MINUTE_MS)).toBe(0);
  // Our clock may be behind by a little.
  expect(fractionLeft(focus, NINE - 500)).toBe(1);
  expect(fractionLeft(timerOf(), NINE)).toBe(0);
});

describe('a new phase', () => {
  const rest = running('shortBreak', NINE + 25 * MINUTE_MS);

  it.each([
    ['the first', null, focus, true],
    ['after an idle timer', timerOf(), focus, true],
    ['another phase', focus, rest, true],
    ['the same phase of the next round', focus, { ...focus, round: 2 }, true],
    ['the same phase again after its end', focus, running('focus', NINE + 26 * MINUTE_MS), true],
    ['no idle one', focus, timerOf(), false],
    ['no pause', focus, paused(focus, 5_000), false],
    ['no going on', paused(focus, 5_000), running('focus', NINE + 60_000), false],
    ['no extension', focus, { ...focus, endsAt: NINE + 30 * MINUTE_MS }, false],
  ])('%s', (_, before, after, expected) => {
    expect(isNewPhase(before, after)).toBe(expected);
  });
});
