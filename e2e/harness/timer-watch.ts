import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** One drawing of the timer in a page. */
interface Drawing {
  /** By a clock that all pages of the machine share, whatever their `Date` says. */
  at: number;
  text: string;
  /** Milliseconds to go by the page's reckoning at this drawing. */
  remaining: number;
}

declare global {
  interface Window {
    timerDrawings: Drawing[];
  }
}

/** Sets a page's clock wrong, as a person may have it. Runs before the page's own scripts. */
export function setClockWrong(byMs: number): void {
  const RightDate = Date;
  window.Date = new Proxy(RightDate, {
    construct: (target, args: unknown[], newTarget) =>
      args.length === 0
        ? new target(target.now() + byMs)
        : (Reflect.construct(target, args, newTarget) as object),
    get: (target, name) =>
      name === 'now' ? () => target.now() + byMs : (Reflect.get(target, name) as unknown),
  });
}

/** From now on each drawing of the time is noted. */
export async function watchTimer(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.timerDrawings = [];
    const time = document.querySelector<HTMLElement>('[data-testid=timer-time]');
    if (time === null) throw new Error('There is no timer to watch');
    new MutationObserver(() => {
      window.timerDrawings.push({
        at: performance.timeOrigin + performance.now(),
        text: time.textContent ?? '',
        remaining: Number(time.dataset['remaining']),
      });
    }).observe(time, { attributes: true, attributeFilter: ['data-remaining'] });
  });
}

export function drawings(page: Page): Promise<Drawing[]> {
  return page.evaluate(() => window.timerDrawings);
}

/** Waits until so many more seconds have been drawn. */
export async function untilDrawn(page: Page, count: number): Promise<void> {
  const { length } = await drawings(page);
  await expect
    .poll(async () => (await drawings(page)).length, { intervals: [200] })
    .toBeGreaterThanOrEqual(length + count);
}

export interface Skew {
  /** Between the moments at which the pages would show zero, for each text that all of them drew. */
  reckoned: number[];
  /** Between the moments at which they drew it. On a busy machine a drawing has to wait now and then. */
  drawn: number[];
  /** The same of each page's promptest drawing. */
  promptest: number;
}

/** How far the pages were apart. */
export async function skewOf(pages: Page[]): Promise<Skew> {
  const all = await Promise.all(pages.map(drawings));
  const [first = []] = all;
  const shared = first.flatMap(({ text }) => {
    const same = all.map((page) => page.find((drawing) => drawing.text === text));
    return same.every((drawing) => drawing !== undefined) ? [same] : [];
  });
  const spread = (values: number[]): number => Math.max(...values) - Math.min(...values);
  const earliest = all.map((page) => Math.min(...page.map(({ at, text }) => at + secondsOf(text) * 1_000)));
  return {
    reckoned: shared.map((same) => spread(same.map(({ at, remaining }) => at + remaining))),
    drawn: shared.map((same) => spread(same.map(({ at }) => at))),
    promptest: spread(earliest),
  };
}

export function secondsOf(text: string): number {
  const [minutes = NaN, seconds = NaN] = text.split(':').map(Number);
  return minutes * 60 + seconds;
}

/** When the phase ends, by the shared clock, as the page reckons it. */
export async function endOf(page: Page): Promise<number> {
  const last = (await drawings(page)).at(-1);
  if (last === undefined) throw new Error('Nothing has been drawn');
  return last.at + last.remaining;
}
