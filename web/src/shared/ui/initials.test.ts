import { expect, it } from 'vitest';
import { colourIndex, initials } from './initials';

it.each([
  ['Ana Duarte', 'AD'],
  ['ana maria duarte', 'AD'],
  ['  cher ', 'C'],
  ['', '?'],
  ['👩‍🚀 Kim', '👩‍🚀K'],
  ['東京', '東'],
])('shortens %j to %j', (name, short) => {
  expect(initials(name)).toBe(short);
});

it('gives a person one of the colours, always the same', () => {
  for (const seed of ['', 'a', 'member-1', '👩‍🚀']) {
    const index = colourIndex(seed, 8);
    expect(index).toBeGreaterThanOrEqual(0);
    expect(index).toBeLessThan(8);
    expect(colourIndex(seed, 8)).toBe(index);
  }
});
