import { expect, it } from 'vitest';
import { newCommandId } from './command-id';

it('makes a UUID of version 4 from random bytes', () => {
  expect(newCommandId((bytes) => bytes.fill(0xff))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  expect(newCommandId((bytes) => bytes.fill(0))).toBe('00000000-0000-4000-8000-000000000000');
  expect(newCommandId()).not.toBe(newCommandId());
});
