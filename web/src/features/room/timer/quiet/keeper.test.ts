import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { fakeMedia } from '@/shared/media/testing/fake-media';
import type { LocalMediaState } from '@/shared/media/types';
import { fakeSession } from '../../testing/fake-session';
import { running, timerOf } from '../../testing/timers';
import type { TimerState } from '../model';
import { QuietFocusKeeper } from './keeper';

const quiet = { settings: { ...timerOf().settings, quietFocus: true } };

function setUp(wanted: boolean, media: Partial<LocalMediaState> = { mic: true }, timer = timerOf(quiet)) {
  const local = fakeMedia(media);
  const session = fakeSession({ timer }, local);
  const wish = createStore(() => ({ giveBack: wanted }));
  let rings = 0;
  const keeper = new QuietFocusKeeper({
    session,
    giveBack: { get: () => wish.getState().giveBack, subscribe: (changed) => wish.subscribe(changed) },
    ring: () => (rings += 1),
  });
  const stop = keeper.start();
  const show = (next: TimerState): void => session.store.setState({ timer: next });
  return {
    local,
    session,
    wish,
    keeper,
    stop,
    rings: () => rings,
    mic: () => local.store.getState().mic,
    notices: () => session.store.getState().notices.map(({ code }) => code),
    focus: () => show(running('focus', Date.now(), quiet)),
    rest: () => show(running('shortBreak', Date.now(), quiet)),
    show,
  };
}

describe('quiet focus in a room', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('switches the microphone off, says so, and gives it back in the break', async () => {
    const room = setUp(true);
    room.focus();
    await vi.advanceTimersByTimeAsync(0);
    expect(room.mic()).toBe(false);
    expect(room.notices()).toEqual(['quiet-focus-began']);
    room.rest();
    expect(room.rings()).toBe(1);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(room.mic()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(room.mic()).toBe(true);
    expect(room.notices()).toEqual(['quiet-focus-began', 'quiet-focus-returned']);
    // The same again with the next round.
    room.show(running('focus', Date.now(), { ...quiet, round: 2 }));
    await vi.advanceTimersByTimeAsync(0);
    expect(room.mic()).toBe(false);
  });

  it('leaves it off for who did not ask for it, and for who stays muted', async () => {
    const plain = setUp(false);
    plain.focus();
    plain.rest();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(plain.mic()).toBe(false);
    expect(plain.rings()).toBe(0);

    const staying = setUp(true);
    staying.focus();
    await vi.advanceTimersByTimeAsync(0);
    staying.rest();
    await vi.advanceTimersByTimeAsync(3_000);
    staying.keeper.stayMuted();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(staying.mic()).toBe(false);
    expect(staying.notices()).toContain('quiet-focus-kept');
  });

  it('lets somebody join during one with the microphone off, and says so', async () => {
    const during = running('focus', Date.now() - 60_000, quiet);
    const joined = setUp(true, { mic: true }, during);
    await vi.advanceTimersByTimeAsync(0);
    expect(joined.mic()).toBe(false);
    expect(joined.notices()).toEqual(['quiet-focus-joined']);

    const starting = setUp(true, { mic: false, starting: true }, during);
    starting.local.store.setState({ mic: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(starting.mic()).toBe(false);
    expect(starting.notices()).toEqual(['quiet-focus-joined']);
  });

  it('leaves alone who switches on by hand, also when it is off again by the break', async () => {
    const room = setUp(true);
    room.focus();
    await vi.advanceTimersByTimeAsync(0);
    await room.local.setMicrophone(true);
    expect(room.mic()).toBe(true);
    await room.local.setMicrophone(false);
    room.rest();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(room.mic()).toBe(false);
    expect(room.local.calls).not.toContain('releaseMicrophone true');
  });

  it('opens no other device than the one that was on', async () => {
    const room = setUp(true);
    room.focus();
    await vi.advanceTimersByTimeAsync(0);
    room.local.store.setState({ microphoneId: 'another' });
    room.rest();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(room.mic()).toBe(false);
  });

  it('opens nothing when an owner muted us meanwhile', async () => {
    const room = setUp(true);
    room.focus();
    await vi.advanceTimersByTimeAsync(0);
    room.rest();
    room.session.notify({ code: 'muted', message: '' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(room.mic()).toBe(false);
  });

  it('opens nothing when the break was skipped while the devices were busy', async () => {
    const room = setUp(true);
    let allowed: (() => boolean) | null = null;
    room.local.releaseMicrophone = (still) => {
      allowed = still;
      return new Promise(() => undefined);
    };
    room.focus();
    await vi.advanceTimersByTimeAsync(0);
    room.rest();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(allowed).toSatisfy((still: () => boolean) => still());
    room.show(timerOf(quiet));
    expect(allowed).toSatisfy((still: () => boolean) => !still());
  });

  it('counts the room’s choice from the next focus on', async () => {
    const room = setUp(false, { mic: true }, timerOf());
    const loud = running('focus', Date.now());
    room.show(loud);
    room.show({ ...loud, ...quiet });
    await vi.advanceTimersByTimeAsync(0);
    expect(room.mic()).toBe(true);
    room.show(running('focus', Date.now(), { ...quiet, round: 2 }));
    await vi.advanceTimersByTimeAsync(0);
    expect(room.mic()).toBe(false);
  });

  it('lets go of everything at the end', async () => {
    const room = setUp(true);
    room.focus();
    await vi.advanceTimersByTimeAsync(0);
    room.rest();
    room.stop();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(room.mic()).toBe(false);
  });
});
