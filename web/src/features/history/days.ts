/** Days are `YYYY-MM-DD`, of whatever zone they were counted in; reckoning with them needs no zone. */
const dayMillis = 86_400_000;

/** As many weeks as a year touches. */
export const heatWeeks = 53;

const parse = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const format = (millis: number): string => new Date(millis).toISOString().slice(0, 10);

export function addDays(day: string, count: number): string {
  return format(parse(day) + count * dayMillis);
}

/** 1 is Monday, 7 Sunday. */
export function weekday(day: string): number {
  return new Date(parse(day)).getUTCDay() || 7;
}

/** At noon in UTC, so that a formatter in UTC names this day. */
export function dateOf(day: string): Date {
  return new Date(parse(day) + dayMillis / 2);
}

/** The first day of the week in a language: 1 is Monday, 7 Sunday. */
export function firstWeekday(language: string): number {
  // Some browsers still lack it.
  const locale: { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(language);
  return locale.getWeekInfo?.().firstDay ?? 1;
}

/** How much was focused, in steps that are told apart by eye; 0 is nothing. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4;

/** The least minutes of the levels 1 to 4. */
export const levelMinutes = [1, 30, 60, 120] as const;

export function heatLevel(ms: number): HeatLevel {
  const minutes = ms / 60_000;
  return levelMinutes.filter((least) => minutes >= least).length as HeatLevel;
}

export interface HeatDay {
  day: string;
  ms: number;
  level: HeatLevel;
}

/** A line for each weekday, with a place for each week; days to come are `null`. */
export interface HeatMap {
  /** The first day of each week. */
  weeks: string[];
  lines: (HeatDay | null)[][];
}

/** The year up to today, in whole weeks. */
export function heatMap(
  days: readonly { day: string; ms: number }[],
  today: string,
  firstDay: number,
): HeatMap {
  const focused = new Map(days.map(({ day, ms }) => [day, ms]));
  const intoWeek = (weekday(today) - firstDay + 7) % 7;
  const start = addDays(today, -intoWeek - (heatWeeks - 1) * 7);
  const weeks = Array.from({ length: heatWeeks }, (_, week) => addDays(start, week * 7));
  const lines = Array.from({ length: 7 }, (_, line) =>
    weeks.map((first) => {
      const day = addDays(first, line);
      const ms = focused.get(day) ?? 0;
      return day > today ? null : { day, ms, level: heatLevel(ms) };
    }),
  );
  return { weeks, lines };
}

/** Months over the weeks: each with how many columns are its own. */
export function monthSpans(weeks: readonly string[]): { month: string; span: number }[] {
  const months: { month: string; span: number }[] = [];
  for (const first of weeks) {
    const month = first.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.span++;
    else months.push({ month, span: 1 });
  }
  return months;
}
