import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arrivals, ownerKeyIn, ownerLink, takeOwnerKeyFromAddress } from './owner-keys';

const KEY = 'aB3_-'.repeat(8) + 'xyz';

beforeEach(() => sessionStorage.clear());
afterEach(() => history.replaceState(null, '', '/'));

describe('the owner key', () => {
  it('is in the link, and read from it', () => {
    expect(ownerLink('team', KEY)).toBe(`${location.origin}/r/team#owner=${KEY}`);
    expect(ownerKeyIn(ownerLink('team', KEY))).toBe(KEY);
    expect(ownerKeyIn(`/r/team#owner=${KEY}`)).toBe(KEY);
  });

  it.each(['/r/team', '/r/team#owner=', '/r/team#owner=a b', `#owner=${'x'.repeat(129)}`, '#key=abc'])(
    'is not in %s',
    (link) => {
      expect(ownerKeyIn(link)).toBeNull();
    },
  );

  it('leaves the address bar at once, and is kept for the join', () => {
    history.replaceState({ kept: 1 }, '', `/r/team?x=1#owner=${KEY}`);
    expect(takeOwnerKeyFromAddress()).toBe(true);
    expect(location.pathname + location.search + location.hash).toBe('/r/team?x=1');
    expect(history.state).toEqual({ kept: 1 });
    expect(arrivals.read('team')).toBe(KEY);
    arrivals.write('team', null);
    expect(arrivals.read('team')).toBeNull();
  });

  it('leaves it also where it is none, and is not kept', () => {
    history.replaceState(null, '', '/r/team#owner=<script>');
    expect(takeOwnerKeyFromAddress()).toBe(false);
    expect(location.hash).toBe('');
    expect(arrivals.read('team')).toBeNull();
  });

  it('is not taken for another fragment', () => {
    history.replaceState(null, '', '/r/team#elsewhere');
    expect(takeOwnerKeyFromAddress()).toBe(false);
    expect(location.hash).toBe('#elsewhere');
  });
});
