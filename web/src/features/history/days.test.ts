import { describe, expect, it } from 'vitest';
import { addDays, firstWeekday, heatLevel, heatMap, heatWeeks, monthSpans, weekday } from './days';

describe('days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-29', 1, '2026-03-30'], // Europe's clocks change
  ])('%s and %i days make %s', (day, count, sum) => expect(addDays(day, count)).toBe(sum));

  it('know their weekday', () => {
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('2026-11-29')).toBe(7);
  });

  it('begin their week as the language has it', () => {
    expect(firstWeekday('de')).toBe(1);
    expect([1, 7]).toContain(firstWeekday('en'));
  });
});

it.each([
  [0, 0],
  [59_999, 0],
  [60_000, 1],
  [30 * 60_000 - 1, 1],
  [30 * 60_000, 2],
  [60 * 60_000, 3],
  [120 * 60_000, 4],
  [24 * 60 * 60_000, 4],
])('%i ms are of level %i', (ms, level) => expect(heatLevel(ms)).toBe(level));

describe('the heat map', () => {
  it.each(['2026-11-23', '2026-11-26', '2026-11-29'])(
    'ends with the week of %s, and has no days to come',
    (today) => {
      const { weeks, lines } = heatMap([{ day: today, ms: 3_600_000 }], today, 1);
      expect(weeks).toHaveLength(heatWeeks);
      expect(weeks.at(-1)).toBe('2026-11-23');
      const days = lines.flat().filter((day) => day !== null);
      expect(days.map(({ day }) => day).sort()).toEqual(
        Array.from({ length: days.length }, (_, index) => addDays(weeks[0] ?? '', index)),
      );
      expect(days.filter(({ ms }) => ms > 0)).toEqual([{ day: today, ms: 3_600_000, level: 3 }]);
      expect(lines.flat().filter((day) => day === null)).toHaveLength(7 - weekday(today));
    },
  );

  it('has each line of one weekday, from the first of the week', () => {
    const { lines } = heatMap([], '2026-11-25', 7);
    lines.forEach((line, index) => {
      for (const day of line) if (day) expect(weekday(day.day) % 7).toBe(index);
    });
  });

  it('names months over their weeks', () => {
    expect(monthSpans(['2026-10-19', '2026-10-26', '2026-11-02'])).toEqual([
      { month: '2026-10', span: 2 },
      { month: '2026-11', span: 1 },
    ]);
  });
});
