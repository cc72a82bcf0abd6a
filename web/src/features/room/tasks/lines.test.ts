import { expect, it } from 'vitest';
import { isTooLong, linesOf, TITLES_MAX } from './lines';

it('reads one title a line, without the marks of lists', () => {
  expect(linesOf('- Write\r\n\n  * Read \n1. [ ] Rest\n2020 in review\n[x] Done')).toEqual({
    titles: ['Write', 'Read', 'Rest', '2020 in review', 'Done'],
    problem: null,
  });
});

it('says when the server would not take them', () => {
  expect(linesOf('x\n'.repeat(TITLES_MAX)).problem).toBeNull();
  expect(linesOf('x\n'.repeat(10_000)).problem).toBe('tooMany');
  expect(linesOf(`a\n${'🦊'.repeat(201)}`).problem).toBe('tooLong');
  expect(isTooLong('🦊'.repeat(200))).toBe(false);
});
