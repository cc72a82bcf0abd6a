import { describe, expect, it } from 'vitest';
import { recordOf } from './testing/records';
import { timelineOf } from './timeline';

const start = Date.UTC(2026, 10, 23, 9);
const minute = 60_000;
const visit = (from: number, to: number | null) => ({
  from: start + from * minute,
  to: to === null ? null : start + to * minute,
});

describe('the timeline', () => {
  it('places visits and phases by their time', () => {
    const record = recordOf({
      startedAt: start,
      endedAt: start + 100 * minute,
      members: [
        { memberId: 'a', name: 'Ann', role: 'owner', focusMs: 0, visits: [visit(0, 50), visit(75, null)] },
      ],
      phases: [
        {
          phase: 'focus',
          startedAt: start + 10 * minute,
          endedAt: start + 35 * minute,
          completed: true,
          pauses: [],
        },
      ],
    });
    const { rows, phases } = timelineOf(record, start);
    expect(rows[0]?.visits).toEqual([
      { left: 0, width: 50 },
      { left: 75, width: 25 },
    ]);
    expect(phases).toEqual([{ phase: 'focus', completed: true, left: 10, width: 25 }]);
  });

  it('goes up to now while the session goes on', () => {
    expect(timelineOf(recordOf({ startedAt: start, endedAt: null }), start + 5 * minute).end).toBe(
      start + 5 * minute,
    );
  });

  it('stays within its picture, whatever the times', () => {
    const record = recordOf({
      startedAt: start,
      endedAt: start,
      members: [
        {
          memberId: 'a',
          name: null,
          role: 'member',
          focusMs: 0,
          visits: [visit(-5, -4), visit(2, 9), visit(0, 0)],
        },
      ],
    });
    for (const { left, width } of timelineOf(record, start).rows[0]?.visits ?? []) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(width).toBeGreaterThan(0);
      expect(left + width).toBeLessThanOrEqual(100.000_001);
    }
  });

  it.each([1, 3, 25, 90, 400, 2_000, 20_000])('has a few marks in %i minutes', (minutes) => {
    const { marks, end } = timelineOf(
      recordOf({ startedAt: start, endedAt: start + minutes * minute }),
      start,
    );
    expect(marks.length).toBeGreaterThanOrEqual(1);
    expect(marks.length).toBeLessThanOrEqual(8);
    expect(marks.every(({ at, left }) => at >= start && at <= end && left >= 0 && left <= 100)).toBe(true);
  });
});
