import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { moduleFolder } from './server-command.ts';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Changes the colours and waits until they have changed. */
export async function useScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  // Asked again and again: a transition in something that closes meanwhile is dropped without having finished.
  await page.waitForFunction(
    () => document.getAnimations().every((one) => one.effect?.getTiming().iterations === Infinity),
    undefined,
    { polling: 50 },
  );
}

/** Nothing is wider than the window, and what can be pressed at the bottom or top lies within it. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const outside = [...document.querySelectorAll('button, input, a, h1, h2, p, video')]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      // A toolbar or a table that scrolls sideways by itself shows what it has.
      .filter((element) => {
        for (let box = element.parentElement; box !== null; box = box.parentElement)
          if (getComputedStyle(box).overflowX === 'auto' && box.scrollWidth > box.clientWidth) return false;
        return true;
      })
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.left < -0.5 || box.right > window.innerWidth + 0.5))
      .map(({ element }) => element.outerHTML.slice(0, 120));
    return { scrolls: scrollWidth > clientWidth, outside };
  });
  expect(wide).toEqual({ scrolls: false, outside: [] });
}

/** The tiles where they have come to rest. */
export async function settledTiles(page: Page, count: number): Promise<Box[]> {
  const boxes = (): Promise<Box[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-testid=tile]')].map((tile) => {
        const { x, y, width, height } = tile.getBoundingClientRect();
        return { x, y, width, height };
      }),
    );
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await boxes();
        const resting = JSON.stringify(now) === before;
        before = JSON.stringify(now);
        return resting ? now.length : -1;
      },
      { message: 'the tiles at rest', intervals: [100] },
    )
    .toBe(count);
  return boxes();
}

export function expectTidy(tiles: Box[], viewport: { width: number; height: number }): void {
  for (const { x, y, width, height } of tiles) {
    expect(Math.min(width, height)).toBeGreaterThan(60);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(viewport.width + 0.5);
    expect(y + height).toBeLessThanOrEqual(viewport.height + 0.5);
  }
  const overlapping = tiles.flatMap((one, index) =>
    tiles.slice(index + 1).filter((other) => {
      const apartX = one.x + one.width <= other.x + 0.5 || other.x + other.width <= one.x + 0.5;
      const apartY = one.y + one.height <= other.y + 0.5 || other.y + other.height <= one.y + 0.5;
      return !apartX && !apartY;
    }),
  );
  expect(overlapping).toEqual([]);
}

/** No violation that keeps someone out, contrast included. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(await axeSource);
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ resultTypes: ['violations'] });
  });
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({
      id,
      where: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    }));
  expect(grave).toEqual([]);
}

export async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(moduleFolder, 'target', 'screenshots', `${name}.png`) });
}
