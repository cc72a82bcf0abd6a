import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemberStatus } from '@/realtime/schemas';
import { AWAY_AFTER_MS } from './away-watch';
import { OwnPresence } from './own-presence';

function setUp() {
  const page = new EventTarget();
  const told: MemberStatus[] = [];
  const presence = new OwnPresence({
    page: page,
    now: Date.now,
    changed: (status) => void told.push(status),
  });
  presence.start();
  told.length = 0;
  return { presence, told, input: () => page.dispatchEvent(new Event('pointermove')) };
}

describe('the own presence', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is what was chosen, away without input, and then the former again', () => {
    const { presence, told, input } = setUp();
    presence.choose('focusing');
    vi.advanceTimersByTime(AWAY_AFTER_MS);
    input();
    expect(told).toEqual(['focusing', 'away', 'focusing']);
  });

  it('stays away where that was chosen, whatever is touched', () => {
    const { presence, told, input } = setUp();
    presence.choose('away');
    input();
    vi.advanceTimersByTime(AWAY_AFTER_MS);
    input();
    expect(new Set(told)).toEqual(new Set(['away']));
  });

  it('is available at first, and again at the next visit', () => {
    const { presence, told } = setUp();
    presence.choose('break');
    presence.stop();
    told.length = 0;
    presence.start();
    expect(told).toEqual(['available']);
    presence.stop();
  });
});
