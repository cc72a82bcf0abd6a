import { describe, expect, it } from 'vitest';
import { participant } from '../testing/participants';
import { staged, tilesOf } from './tiles';

const screenStream = {} as MediaStream;
const me = participant({ userId: 'me', isSelf: true });
const ana = participant({ userId: 'ana' });
const ben = participant({ userId: 'ben' });
const nothing = { view: 'auto', pinned: null, lastSpeaker: null } as const;

describe('tilesOf', () => {
  it('puts screens first, then oneself, then the others as they came', () => {
    const tiles = tilesOf(me, [ana, { ...ben, screenStream }]);
    expect(tiles.map((tile) => tile.key)).toEqual(['screen:ben', 'camera:me', 'camera:ana', 'camera:ben']);
  });

  it('has no tile of oneself before the join', () => {
    expect(tilesOf(null, [ana]).map((tile) => tile.key)).toEqual(['camera:ana']);
  });
});

describe('staged', () => {
  const tiles = tilesOf(me, [ana, ben]);
  const withScreens = tilesOf({ ...me, screenStream }, [ana, { ...ben, screenStream }]);

  it('is nobody while all are equal', () => {
    expect(staged(tiles, nothing)).toBeNull();
  });

  it('is a shared screen, another person’s before the own', () => {
    expect(staged(withScreens, nothing)?.key).toBe('screen:ben');
  });

  it('is the pinned tile before any screen', () => {
    expect(staged(withScreens, { ...nothing, pinned: 'camera:ana' })?.key).toBe('camera:ana');
  });

  it('forgets a pin whose person has left', () => {
    expect(staged(tiles, { ...nothing, pinned: 'camera:gone' })).toBeNull();
  });

  it('is who spoke last in the speaker view, and the first other before anyone spoke', () => {
    expect(staged(tiles, { ...nothing, view: 'speaker', lastSpeaker: 'ben' })?.key).toBe('camera:ben');
    expect(staged(tiles, { ...nothing, view: 'speaker' })?.key).toBe('camera:ana');
  });

  it('is oneself in the speaker view when alone', () => {
    expect(staged(tilesOf(me, []), { ...nothing, view: 'speaker' })?.key).toBe('camera:me');
  });

  it('is nobody in the grid that a person chose, whatever is shared', () => {
    expect(staged(withScreens, { ...nothing, view: 'grid', pinned: 'camera:ana' })).toBeNull();
  });
});
