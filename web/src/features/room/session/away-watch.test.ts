import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AWAY_AFTER_MS, AwayWatch } from './away-watch';

function setUp() {
  const page = new EventTarget();
  const told: boolean[] = [];
  const watch = new AwayWatch({
    page: page,
    now: Date.now,
    changed: (away) => void told.push(away),
  });
  watch.start();
  return { page, told, watch, input: (name = 'keydown') => page.dispatchEvent(new Event(name)) };
}

describe('the away watch', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says away five minutes after the last input, once', () => {
    const { told, input } = setUp();
    vi.advanceTimersByTime(AWAY_AFTER_MS - 1);
    input();
    vi.advanceTimersByTime(AWAY_AFTER_MS - 1);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([true]);
    vi.advanceTimersByTime(10 * AWAY_AFTER_MS);
    expect(told).toEqual([true]);
  });

  it('says so from the start where nothing is touched at all', () => {
    const { told } = setUp();
    vi.advanceTimersByTime(AWAY_AFTER_MS);
    expect(told).toEqual([true]);
  });

  it.each(['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])(
    'says back at the next %s, and away again later',
    (name) => {
      const { told, input } = setUp();
      vi.advanceTimersByTime(AWAY_AFTER_MS);
      input(name);
      expect(told).toEqual([true, false]);
      vi.advanceTimersByTime(AWAY_AFTER_MS);
      expect(told).toEqual([true, false, true]);
    },
  );

  it.each(['visibilitychange', 'play', 'timeupdate', 'focus'])('takes %s for no input', (name) => {
    const { told, input } = setUp();
    vi.advanceTimersByTime(AWAY_AFTER_MS - 1);
    input(name);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([true]);
  });

  it('keeps one timer through any number of inputs, and none when it is stopped', () => {
    const { input, watch, told } = setUp();
    for (let count = 0; count < 1_000; count += 1) input('pointermove');
    expect(vi.getTimerCount()).toBe(1);
    watch.stop();
    expect(vi.getTimerCount()).toBe(0);
    input();
    expect([vi.getTimerCount(), told, watch.away]).toEqual([0, [], false]);
  });
});
