import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paused, running, timerOf } from '../testing/timers';
import { drawingPeriod, drawnFraction, drawRing } from './ring-drawing';

const MINUTE_MS = 60_000;

function circle(): SVGCircleElement {
  return document.createElementNS('http://www.w3.org/2000/svg', 'circle');
}

describe('the ring', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is drawn as often as it can be seen to move, and no more', () => {
    expect(drawingPeriod(25 * MINUTE_MS, false)).toBe(750);
    expect(drawingPeriod(MINUTE_MS, false)).toBe(30);
    expect(drawingPeriod(240 * MINUTE_MS, false)).toBe(1_000);
    expect(drawingPeriod(1_000, false)).toBe(16);
    expect(drawingPeriod(MINUTE_MS, true)).toBe(1_000);
  });

  it('goes down in steps for who wants no motion', () => {
    const timer = running('shortBreak', 0);
    const step = 5_000;
    expect(drawnFraction(timer, 1, true)).toBe(1);
    expect(drawnFraction(timer, step - 1, true)).toBe(1);
    expect(drawnFraction(timer, step, true)).toBe(59 / 60);
    expect(drawnFraction(timer, 299_999, true)).toBe(1 / 60);
    expect(drawnFraction(timer, 300_000, true)).toBe(0);
  });

  it('moves with the time, ends with the phase and stops when it is told to', () => {
    const ring = circle();
    const start = Date.now();
    const stop = drawRing(ring, running('focus', start), { now: Date.now, still: false });
    const offset = (): number => Number(ring.style.strokeDashoffset);
    expect(offset()).toBe(0);
    vi.advanceTimersByTime(12.5 * MINUTE_MS);
    expect(offset()).toBeCloseTo(0.5, 2);
    vi.advanceTimersByTime(13 * MINUTE_MS);
    expect(offset()).toBe(1);
    expect(ring.style.opacity).toBe('0');
    expect(vi.getTimerCount()).toBe(0);
    stop();
    const again = drawRing(ring, running('focus', Date.now()), { now: Date.now, still: false });
    again();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stands when the timer does', () => {
    const ring = circle();
    drawRing(ring, paused(running('focus', 0), 5 * MINUTE_MS), { now: Date.now, still: false })();
    expect(Number(ring.style.strokeDashoffset)).toBeCloseTo(0.8);
    drawRing(ring, timerOf(), { now: Date.now, still: false })();
    expect(Number(ring.style.strokeDashoffset)).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
