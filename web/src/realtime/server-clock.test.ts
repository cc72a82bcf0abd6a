import { describe, expect, it } from 'vitest';
import { betterEstimate } from './server-clock';

describe('the server clock', () => {
  it('takes the answer to be of the middle of the round trip', () => {
    expect(betterEstimate(null, { sentAt: 1_000, receivedAt: 1_100, serverTime: 5_050 })).toEqual({
      offset: 4_000,
      roundTrip: 100,
    });
  });

  it('believes the shortest round trip', () => {
    const best = { offset: 4_000, roundTrip: 40 };
    expect(betterEstimate(best, { sentAt: 0, receivedAt: 90, serverTime: 9_000 })).toBe(best);
    expect(betterEstimate(best, { sentAt: 0, receivedAt: 20, serverTime: 4_010 }).offset).toBe(4_000);
  });
});
