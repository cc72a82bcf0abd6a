import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridLayout, stageLayout, tilesPerPageLimit, type Rect, type Size } from './layout';

const tolerance = 0.01;

const area = fc.record({
  width: fc.integer({ min: 320, max: 3840 }),
  height: fc.integer({ min: 200, max: 2160 }),
});
const count = fc.integer({ min: 1, max: 100 });

function overlaps(a: Rect, b: Rect): boolean {
  return (
    a.x + a.width > b.x + tolerance &&
    b.x + b.width > a.x + tolerance &&
    a.y + a.height > b.y + tolerance &&
    b.y + b.height > a.y + tolerance
  );
}

function expectApartAndInside(places: Rect[], within: Size): void {
  for (const [index, place] of places.entries()) {
    expect(place.x).toBeGreaterThanOrEqual(-tolerance);
    expect(place.y).toBeGreaterThanOrEqual(-tolerance);
    expect(place.x + place.width).toBeLessThanOrEqual(within.width + tolerance);
    expect(place.y + place.height).toBeLessThanOrEqual(within.height + tolerance);
    expect(place.width).toBeGreaterThan(0);
    expect(place.height).toBeGreaterThan(0);
    expect(places.slice(index + 1).some((other) => overlaps(place, other))).toBe(false);
  }
}

describe('gridLayout', () => {
  it('never overlaps and never overflows, on any page', () => {
    fc.assert(
      fc.property(area, count, fc.integer({ min: 0, max: 100 }), (size, tiles, page) => {
        expectApartAndInside(gridLayout(size, tiles, page).places, size);
      }),
    );
  });

  it('shows each tile on exactly one page', () => {
    fc.assert(
      fc.property(area, count, (size, tiles) => {
        const { pages } = gridLayout(size, tiles);
        const perPage = Array.from(
          { length: pages },
          (_, page) => gridLayout(size, tiles, page).places.length,
        );
        expect(perPage.reduce((sum, shown) => sum + shown, 0)).toBe(tiles);
        expect(Math.min(...perPage)).toBeGreaterThan(0);
        expect(Math.max(...perPage)).toBeLessThanOrEqual(tilesPerPageLimit);
      }),
    );
  });

  it('keeps 16:9 wherever the area is not narrow', () => {
    fc.assert(
      fc.property(area, count, (size, tiles) => {
        fc.pre(size.width >= 640);
        for (const { width, height } of gridLayout(size, tiles).places)
          expect(width / height).toBeCloseTo(16 / 9, 5);
      }),
    );
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 2],
    [5, 3],
    [6, 3],
    [9, 3],
  ])('puts %i tiles in %i columns on a laptop', (tiles, columns) => {
    expect(gridLayout({ width: 1240, height: 660 }, tiles).columns).toBe(columns);
  });

  it.each([
    [1, 1],
    [2, 1],
    [4, 2],
    [9, 2],
  ])('puts %i tiles in %i columns on an upright phone', (tiles, columns) => {
    const layout = gridLayout({ width: 366, height: 690 }, tiles);
    expect(layout.columns).toBe(columns);
    expect(layout.pages).toBe(1);
  });

  it('turns pages rather than making tiles too small', () => {
    const layout = gridLayout({ width: 1240, height: 660 }, 100);
    expect(layout.pages).toBeGreaterThan(1);
    expect(layout.places[0]?.width).toBeGreaterThanOrEqual(190);
  });

  it('shows the last page where a page beyond it is asked for', () => {
    const layout = gridLayout({ width: 1240, height: 660 }, 60, 99);
    expect(layout.page).toBe(layout.pages - 1);
  });

  it('places nothing for nobody, and nothing of any size in no area', () => {
    expect(gridLayout({ width: 800, height: 600 }, 0).places).toEqual([]);
    expect(gridLayout({ width: 0, height: 0 }, 3).places.every((place) => place.width === 0)).toBe(true);
  });
});

describe('stageLayout', () => {
  it('never overlaps and never overflows, on any page', () => {
    fc.assert(
      fc.property(area, count, fc.integer({ min: 0, max: 100 }), (size, others, page) => {
        const { stage, places } = stageLayout(size, others, page);
        expectApartAndInside([stage, ...places], size);
      }),
    );
  });

  it('shows each small tile on exactly one page', () => {
    fc.assert(
      fc.property(area, count, (size, others) => {
        const { pages } = stageLayout(size, others);
        const shown = Array.from(
          { length: pages },
          (_, page) => stageLayout(size, others, page).places.length,
        );
        expect(shown.reduce((sum, here) => sum + here, 0)).toBe(others);
      }),
    );
  });

  it('gives the stage more than half of the area', () => {
    fc.assert(
      fc.property(area, count, (size, others) => {
        const { stage } = stageLayout(size, others);
        expect((stage.width * stage.height) / (size.width * size.height)).toBeGreaterThan(0.5);
      }),
    );
  });

  it('fills everything when alone', () => {
    expect(stageLayout({ width: 800, height: 600 }, 0).stage).toEqual({
      x: 0,
      y: 0,
      width: 800,
      height: 600,
    });
  });
});
