import { describe, expect, it } from 'vitest';
import type { Quality } from '../types';
import { measure, rate, stepQuality, UNKNOWN_QUALITY, type LinkSample } from './quality';

const sample = (fields: Partial<LinkSample>): LinkSample => ({
  at: 0,
  roundTripMs: 20,
  packetsLost: 0,
  packetsReceived: 0,
  freezes: 0,
  ...fields,
});

function shownAfter(...rated: Quality[]): Quality {
  return rated.reduce(stepQuality, UNKNOWN_QUALITY).shown;
}

describe('a measure', () => {
  it('counts only what happened between the samples', () => {
    const before = sample({ packetsLost: 90, packetsReceived: 900, freezes: 3 });
    const after = sample({ packetsLost: 100, packetsReceived: 990, freezes: 4, roundTripMs: 80 });
    expect(measure(before, after)).toEqual({ roundTripMs: 80, lossFraction: 0.1, freezes: 1 });
  });

  it('takes no loss from counters that began anew', () => {
    const before = sample({ packetsLost: 90, packetsReceived: 900, freezes: 9 });
    expect(measure(before, sample({ packetsReceived: 10 }))).toEqual({
      roundTripMs: 20,
      lossFraction: 0,
      freezes: 0,
    });
  });
});

describe('the rating', () => {
  it.each([
    [{ roundTripMs: 40, lossFraction: 0, freezes: 0 }, 'good'],
    [{ roundTripMs: 301, lossFraction: 0, freezes: 0 }, 'fair'],
    [{ roundTripMs: 40, lossFraction: 0.05, freezes: 0 }, 'fair'],
    [{ roundTripMs: 40, lossFraction: 0, freezes: 1 }, 'fair'],
    [{ roundTripMs: 601, lossFraction: 0, freezes: 0 }, 'poor'],
    [{ roundTripMs: 40, lossFraction: 0.2, freezes: 0 }, 'poor'],
    [{ roundTripMs: 40, lossFraction: 0, freezes: 3 }, 'poor'],
  ])('of %o is %s', (measured, expected) => {
    expect(rate(measured)).toBe(expected);
  });
});

describe('the shown quality', () => {
  it('is the first rating at once', () => expect(shownAfter('fair')).toBe('fair'));
  it('ignores one bad sample', () => expect(shownAfter('good', 'poor', 'good')).toBe('good'));
  it('worsens after two', () => expect(shownAfter('good', 'poor', 'poor')).toBe('poor'));
  it('improves only after three', () => {
    expect(shownAfter('poor', 'good', 'good')).toBe('poor');
    expect(shownAfter('poor', 'good', 'good', 'good')).toBe('good');
  });
  it('starts counting again when samples disagree', () =>
    expect(shownAfter('good', 'poor', 'fair', 'poor')).toBe('good'));
});
