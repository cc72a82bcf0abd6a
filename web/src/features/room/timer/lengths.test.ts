import { describe, expect, it } from 'vitest';
import { changedLengths, readLength, readLengths, readPresetName, typed } from './lengths';

const classic = { focus: 25, shortBreak: 5, longBreak: 15, rounds: 4 };

describe('lengths', () => {
  it.each([
    ['1', 1],
    ['240', 240],
    [' 50 ', 50],
    ['0', null],
    ['241', null],
    ['-5', null],
    ['2.5', null],
    ['1e2', null],
    ['', null],
    ['many', null],
    ['00000000025', null],
  ])('read %j as %j minutes', (text, minutes) => {
    expect(readLength('focus', text)).toBe(minutes);
  });

  it.each([
    ['1', 1],
    ['12', 12],
    ['13', null],
    ['0', null],
  ])('read %j as %j rounds', (text, rounds) => {
    expect(readLength('rounds', text)).toBe(rounds);
  });

  it('are taken together or not at all', () => {
    expect(readLengths(typed(classic))).toEqual(classic);
    expect(readLengths({ ...typed(classic), longBreak: '500' })).toBeNull();
  });

  it('are sent as far as they changed', () => {
    expect(changedLengths(classic, { ...classic, focus: 50, rounds: 3 })).toEqual({ focus: 50, rounds: 3 });
    expect(changedLengths(classic, classic)).toEqual({});
  });
});

it.each([
  ['  Deep work ', 'Deep work'],
  ['🦊'.repeat(40), '🦊'.repeat(40)],
  ['a'.repeat(41), null],
  ['   ', null],
])('a preset called %j is %j', (text, name) => {
  expect(readPresetName(text)).toBe(name);
});
