import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { participant } from '../testing/participants';
import { showRoom } from '../testing/show-room';
import { paused, running, timerOf } from '../testing/timers';
import { FIRST_CHOICES, useTimerChoices } from './choices';

const ana = participant({ userId: 'ana', name: 'Ana Duarte' });
const quiet = { settings: { ...timerOf().settings, quietFocus: true } };
const HOUR_MS = 3_600_000;

/** What the page asked the system to show. */
class FakeNotification {
  static permission: NotificationPermission = 'granted';
  static asked = 0;
  static shown: { title: string; body: string }[] = [];
  static requestPermission = (): Promise<NotificationPermission> => {
    FakeNotification.asked += 1;
    return Promise.resolve('granted');
  };
  onclick: (() => void) | null = null;

  constructor(title: string, { body = '' }: NotificationOptions = {}) {
    FakeNotification.shown.push({ title, body });
  }
}

/** Counts the sounds that were begun. */
class FakeAudio {
  static contexts = 0;
  state = 'running';
  currentTime = 0;
  destination = {};

  constructor() {
    FakeAudio.contexts += 1;
  }
  createGain = () => ({
    gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined },
    connect: () => undefined,
  });
  createOscillator = () => ({
    frequency: { value: 0 },
    connect: (to: object) => to,
    start: () => undefined,
    stop: () => undefined,
    addEventListener: () => undefined,
  });
  resume = () => Promise.resolve();
  close = () => Promise.resolve();
}

const pass = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms));
const chip = (): string => screen.getByTestId('timer-chip-time').textContent;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 9) });
  vi.stubGlobal('Notification', FakeNotification);
  vi.stubGlobal('AudioContext', FakeAudio);
  Object.assign(FakeNotification, { permission: 'granted', asked: 0, shown: [] });
  FakeAudio.contexts = 0;
  useTimerChoices.setState(FIRST_CHOICES);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('while a phase is under way', () => {
  it('the room shows the time in small, and the tab has it in its title', async () => {
    const { session } = showRoom({ timer: timerOf() });
    expect(screen.queryByTestId('timer-chip')).toBeNull();
    expect(document.title).toBe('abc-defg-hij · Focusly');
    act(() => session.store.setState({ timer: running('focus', Date.now()) }));
    expect(chip()).toBe('25:00');
    expect(document.title).toBe('25:00 Focus · abc-defg-hij');
    await pass(1_001);
    expect(chip()).toBe('24:59');
    expect(document.title).toBe('24:59 Focus · abc-defg-hij');
    expect(screen.getByTestId('timer-chip')).toHaveAccessibleName('24:59 Focus – Show or hide the timer');
    act(() => session.store.setState({ timer: paused(running('focus', 0), 30_000) }));
    expect(document.title).toBe('00:30 Focus (paused) · abc-defg-hij');
    act(() => session.store.setState({ timer: timerOf() }));
    expect(document.title).toBe('abc-defg-hij · Focusly');
  });

  it('the small timer leads to the large one', () => {
    showRoom({ timer: running('focus', Date.now()) });
    fireEvent.click(screen.getByTestId('timer-chip'));
    expect(screen.getByTestId('timer-face')).toBeVisible();
  });

  it('a page that slept for an hour is right as soon as it wakes', () => {
    const length = { settings: { ...timerOf().settings, focus: 90 } };
    showRoom({ timer: running('focus', Date.now(), length) });
    expect(chip()).toBe('90:00');
    // No timer ran meanwhile.
    vi.setSystemTime(Date.now() + HOUR_MS + 5_500);
    act(() => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    expect(chip()).toBe('29:55');
    expect(document.title).toMatch(/^29:55 /);
  });

  it('a new page shows the same as one that was there', () => {
    const timer = running('focus', Date.now() - 61_500);
    showRoom({ timer });
    expect(chip()).toBe('23:59');
  });
});

describe('the end of a phase', () => {
  it('is heard and shown once', async () => {
    const { session } = showRoom({ timer: running('focus', Date.now()) });
    await pass(25 * 60_000);
    expect(FakeNotification.shown).toEqual([]);
    act(() => session.store.setState({ timer: timerOf({ next: 'shortBreak', by: 'system' }) }));
    act(() => session.store.setState({ timer: timerOf({ next: 'shortBreak', by: 'system' }) }));
    expect(FakeNotification.shown).toEqual([
      { title: 'Focus is over', body: 'Next: Short break · abc-defg-hij' },
    ]);
    expect(FakeAudio.contexts).toBe(1);
    expect(FakeNotification.asked).toBe(0);
  });

  it('is told without a connection, by the own clock', async () => {
    showRoom({ timer: running('focus', Date.now()), status: 'reconnecting' });
    await pass(25 * 60_000 + 10);
    expect(FakeNotification.shown).toHaveLength(1);
    await pass(60_000);
    expect(FakeNotification.shown).toHaveLength(1);
  });

  it('is quiet for who switched that off, or never allowed it', async () => {
    useTimerChoices.setState({ sound: false, notify: false });
    const { session } = showRoom({ timer: running('focus', Date.now()) });
    await pass(25 * 60_000);
    act(() => session.store.setState({ timer: timerOf({ next: 'shortBreak', by: 'system' }) }));
    expect(FakeAudio.contexts).toBe(0);
    useTimerChoices.setState({ notify: true });
    FakeNotification.permission = 'default';
    act(() => session.store.setState({ timer: running('shortBreak', Date.now()) }));
    await pass(5 * 60_000);
    act(() => session.store.setState({ timer: timerOf({ by: 'system' }) }));
    expect(FakeNotification.shown).toEqual([]);
    expect(FakeNotification.asked).toBe(0);
  });

  it('asks for permission by a press of the button alone', async () => {
    FakeNotification.permission = 'default';
    showRoom({ timer: timerOf() });
    fireEvent.click(screen.getByTestId('toolbar-timer'));
    expect(FakeNotification.asked).toBe(0);
    fireEvent.click(screen.getByTestId('timer-allow-notifications'));
    await pass(0);
    expect(FakeNotification.asked).toBe(1);
    expect(screen.getByTestId('timer-notify')).toBeChecked();
  });

  it('is said to who does not see it', () => {
    const { session } = showRoom({ others: [ana], timer: running('focus', Date.now()) });
    expect(screen.getByTestId('timer-announcer')).toHaveTextContent('');
    act(() => session.store.setState({ timer: paused(running('focus', Date.now()), 5_000) }));
    expect(screen.getByTestId('timer-announcer')).toHaveTextContent('Focus. Ana Duarte paused');
  });
});

describe('quiet focus', () => {
  it('counts down before the microphone comes back, and one key keeps it off', async () => {
    useTimerChoices.setState({ giveBack: true });
    const { session, media } = showRoom({ timer: timerOf(quiet) }, { mic: true });
    act(() => session.store.setState({ timer: running('focus', Date.now(), quiet) }));
    await pass(0);
    expect(screen.getByTestId('notice')).toHaveTextContent('Quiet focus: your microphone is off');
    act(() => session.store.setState({ timer: running('shortBreak', Date.now(), quiet) }));
    expect(screen.getByTestId('quiet-seconds')).toHaveTextContent('5 seconds');
    expect(FakeAudio.contexts).toBe(1);
    await pass(2_100);
    expect(screen.getByTestId('quiet-seconds')).toHaveTextContent('3 seconds');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(screen.queryByTestId('quiet-countdown')).toBeNull();
    await pass(10_000);
    expect(media.store.getState().mic).toBe(false);
    expect(media.calls).toEqual(['holdMicrophone']);
  });
});
