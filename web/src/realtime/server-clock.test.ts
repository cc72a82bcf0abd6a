import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betterEstimate, type ClockEstimate } from './server-clock';

const HOUR_MS = 3_600_000;

describe('the server clock', () => {
  it('takes the answer to be of the middle of the round trip', () => {
    expect(betterEstimate(null, { sentAt: 1_000, receivedAt: 1_100, serverTime: 5_050 })).toEqual({
      offset: 4_000,
      roundTrip: 100,
      at: 1_100,
    });
  });

  it('believes the shortest round trip', () => {
    const best = { offset: 4_000, roundTrip: 40, at: 0 };
    expect(betterEstimate(best, { sentAt: 0, receivedAt: 90, serverTime: 4_050 })).toBe(best);
    expect(betterEstimate(best, { sentAt: 0, receivedAt: 20, serverTime: 4_012 })?.offset).toBe(4_002);
  });

  it('believes an old one less and less, as clocks drift', () => {
    const best = { offset: 4_000, roundTrip: 20, at: 0 };
    const sample = (at: number) => ({ sentAt: at - 60, receivedAt: at, serverTime: at - 30 + 4_010 });
    expect(betterEstimate(best, sample(60_000))).toBe(best);
    expect(betterEstimate(best, sample(250_000))?.offset).toBe(4_010);
  });

  it('starts over when a clock was set', () => {
    const best = { offset: 4_000, roundTrip: 10, at: 1_000 };
    const sample = { sentAt: 2_000 - HOUR_MS, receivedAt: 2_200 - HOUR_MS, serverTime: 6_100 };
    expect(betterEstimate(best, sample)?.offset).toBe(4_000 + HOUR_MS);
  });

  it('throws away what it asked while ours was set back', () => {
    expect(betterEstimate(null, { sentAt: 5_000, receivedAt: 1_000, serverTime: 9_000 })).toBeNull();
  });

  it('is never more wrong than half of its round trip and the drift since', () => {
    const delay = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        fc.integer({ min: -HOUR_MS, max: HOUR_MS }),
        fc.array(fc.record({ after: fc.integer({ min: 1, max: 300_000 }), there: delay, back: delay })),
        (offset, samples) => {
          let now = 0;
          let estimate: ClockEstimate | null = null;
          for (const { after, there, back } of samples) {
            const sentAt = now + after;
            now = sentAt + there + back;
            estimate = betterEstimate(estimate, {
              sentAt,
              receivedAt: now,
              serverTime: sentAt + there + offset,
            });
            const { offset: found, roundTrip, at } = estimate ?? { offset: NaN, roundTrip: 0, at: 0 };
            expect(Math.abs(found - offset)).toBeLessThanOrEqual(roundTrip / 2 + (now - at) * 0.0001);
          }
        },
      ),
    );
  });
});
