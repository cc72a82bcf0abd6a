import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemberStatus } from '@/realtime/schemas';
import { AWAY_AFTER_MS } from './away-watch';
import { OwnPresence, type StatusMemory } from './own-presence';

function memory(): StatusMemory {
  let kept: MemberStatus | null = null;
  return { read: () => kept, write: (status) => void (kept = status) };
}

function setUp(kept = memory()) {
  const page = new EventTarget();
  const told: MemberStatus[] = [];
  const presence = new OwnPresence({
    page: page,
    now: Date.now,
    kept,
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

  it('is after a reload what was chosen before, not that the person was away', () => {
    const kept = memory();
    const before = setUp(kept);
    before.presence.choose('break');
    vi.advanceTimersByTime(AWAY_AFTER_MS);
    expect(before.told).toEqual(['break', 'away']);

    before.presence.stop();
    const { presence, told } = setUp(kept);
    presence.stop();
    presence.start();
    expect(told).toEqual(['break']);
    presence.stop();
    presence.forget();
    expect(kept.read()).toBeNull();
  });

  it('is available at first, and again at the next visit', () => {
    const { presence, told } = setUp();
    presence.choose('break');
    presence.stop();
    presence.forget();
    told.length = 0;
    presence.start();
    expect(told).toEqual(['available']);
    presence.stop();
  });
});
