import { describe, expect, it } from 'vitest';
import { isRoomId, parseRoomId } from './room-id';

describe('parseRoomId', () => {
  it.each([
    ['abc-defg-hij', 'abc-defg-hij'],
    ['  abc-defg-hij  ', 'abc-defg-hij'],
    ['ABC-DEFG-HIJ', 'ABC-DEFG-HIJ'],
    ['abcdefghij', 'abc-defg-hij'],
    ['abc defg hij', 'abc-defg-hij'],
    ['my_team', 'my_team'],
    ['standup2024', 'standup2024'],
    ['https://focusly.example/r/abc-defg-hij', 'abc-defg-hij'],
    ['http://localhost:3000/r/abc-defg-hij?x=1#y', 'abc-defg-hij'],
    ['focusly.example/r/team', 'team'],
    ['/r/team/', 'team'],
    ['https://focusly.example/r/abcdefghij', 'abcdefghij'],
  ])('reads %j as %j', (text, id) => {
    expect(parseRoomId(text)).toBe(id);
  });

  it.each([
    '',
    '   ',
    'a b',
    'naïve',
    'https://focusly.example/',
    'https://focusly.example/x/abc',
    'a/b',
    'r/',
    'x'.repeat(65),
  ])('refuses %j', (text) => {
    expect(parseRoomId(text)).toBeNull();
  });
});

describe('isRoomId', () => {
  it('takes 1 to 64 letters, digits, dashes and underscores', () => {
    expect(isRoomId('a')).toBe(true);
    expect(isRoomId('A-_9'.repeat(16))).toBe(true);
    expect(isRoomId('')).toBe(false);
    expect(isRoomId('a'.repeat(65))).toBe(false);
    expect(isRoomId('a.b')).toBe(false);
  });
});
