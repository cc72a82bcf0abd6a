import { describe, expect, it } from 'vitest';
import { afterNotice, afterRefusal } from './join-codes';

const first = { withOwnerKey: false, everJoined: false };

describe('a refused join', () => {
  it.each([
    ['banned', 'end'],
    ['room-locked', 'end'],
    ['too-many-waiting', 'end'],
    ['room-full', 'end'],
    ['waiting-for-admission', 'wait'],
    ['storage-busy', 'again'],
    ['something-new', 'again'],
    ['not-permitted', 'again'],
  ])('with %s means: %s', (code, next) => {
    expect(afterRefusal(code, first)).toBe(next);
  });

  it('is asked again where our own former connection may fill the room', () => {
    expect(afterRefusal('room-full', { ...first, everJoined: true })).toBe('again');
    expect(afterRefusal('banned', { ...first, everJoined: true })).toBe('end');
  });

  it.each(['invalid-owner-key', 'too-many-owners', 'not-permitted'])(
    'with %s is asked again without the owner key',
    (code) => {
      expect(afterRefusal(code, { ...first, withOwnerKey: true })).toBe('without-owner-key');
    },
  );
});

describe('a notice', () => {
  it.each([
    ['admitted', 'join', 'tell'],
    ['entry-refused', 'end', 'tell'],
    ['room-locked', 'end', 'tell'],
    ['banned', 'end', 'end'],
    ['removed', 'tell', 'end'],
    ['muted', 'tell', 'tell'],
  ])('%s at the door means: %s, inside: %s', (code, atTheDoor, inside) => {
    expect([afterNotice(code, true), afterNotice(code, false)]).toEqual([atTheDoor, inside]);
  });
});
