import { describe, expect, it } from 'vitest';
import { presenceOf } from './presence';

const user = { name: 'Ben', memberId: 'ben', color: '#112233' };
const place = { type: null, tname: null, item: { client: 5, clock: 9 }, assoc: 0 };

describe('where somebody is in a note', () => {
  it('is what their page says', () => {
    const state = { user, cursor: { anchor: place, head: { ...place, item: null, tname: 'default' } } };
    expect(presenceOf(state)).toEqual(state);
    expect(presenceOf({ user, cursor: null })).toEqual({ user, cursor: null });
  });

  it.each([
    {},
    7,
    { anchor: place },
    { anchor: place, head: {} },
    { anchor: place, head: 7 },
    { anchor: place, head: { ...place, item: { client: 5, clock: -1 } } },
    { anchor: place, head: { ...place, item: { client: 5, clock: 1.5 } } },
    { anchor: place, head: { ...place, item: 'here' } },
    { anchor: place, head: { type: null, tname: null, item: null } },
    { anchor: place, head: { ...place, item: null, tname: 'another root' } },
  ])('is nowhere with the caret %j', (cursor) => {
    expect(presenceOf({ user, cursor })).toEqual({ user, cursor: null });
  });

  it('has a colour and names that can be shown, or nothing at all', () => {
    expect(presenceOf({ user: { name: 7, color: 'red; }' } })).toEqual({
      user: { name: '', memberId: '', color: '#14624f' },
    });
    expect(presenceOf({})).toBeNull();
    expect(presenceOf(7)).toBeNull();
  });
});
