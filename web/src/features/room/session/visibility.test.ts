import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Visibility } from './visibility';

describe('visibility', () => {
  const send = vi.fn<(userId: string, on: boolean) => void>();
  let visibility: Visibility;
  beforeEach(() => {
    vi.useFakeTimers();
    send.mockClear();
    visibility = new Visibility(send);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks for nothing while a tile only passes by', () => {
    visibility.set('a', false);
    vi.advanceTimersByTime(300);
    visibility.set('a', true);
    vi.advanceTimersByTime(5_000);
    expect(send).not.toHaveBeenCalled();
  });

  it('asks once for a tile that stays off screen, and once when it is back', () => {
    visibility.set('a', false);
    vi.advanceTimersByTime(500);
    visibility.set('a', false);
    vi.advanceTimersByTime(500);
    visibility.set('a', true);
    vi.advanceTimersByTime(500);
    expect(send.mock.calls).toEqual([
      ['a', false],
      ['a', true],
    ]);
  });

  it('asks again for who is hidden, and only for them', () => {
    visibility.set('a', false);
    vi.advanceTimersByTime(500);
    send.mockClear();
    visibility.repeat();
    visibility.repeat(['b']);
    expect(send.mock.calls).toEqual([['a', false]]);
  });

  it('forgets who has gone', () => {
    visibility.set('a', false);
    vi.advanceTimersByTime(500);
    visibility.set('b', false);
    visibility.keep(new Set());
    vi.advanceTimersByTime(500);
    send.mockClear();
    visibility.repeat();
    expect(send).not.toHaveBeenCalled();
  });
});
