import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OPEN_SETTINGS } from '@/realtime/schemas-access';
import { seriousViolations } from '@/testing/axe';
import { fillIn, user } from '@/testing/user';
import type { RoomSessionState } from '../session/types';
import { participant } from '../testing/participants';
import { showRoom } from '../testing/show-room';
import { paused, running, timerOf } from '../testing/timers';
import { FIRST_CHOICES, useTimerChoices } from './choices';

const ana = participant({ userId: 'ana', name: 'Ana Duarte' });
const ownedByAna = {
  name: '',
  createdAt: null,
  template: null,
  owners: ['member-ana'],
  settings: { ...OPEN_SETTINGS, timer: 'owner' as const },
  banned: [],
};
const deepWork = { name: 'Deep work', focus: 50, shortBreak: 10, longBreak: 30, rounds: 3 };

async function openTimer(state: Partial<RoomSessionState> = {}) {
  const room = showRoom({ others: [ana], timer: timerOf(), ...state });
  await user.click(screen.getByTestId('toolbar-timer'));
  return room;
}

const press = (testId: string): Promise<void> => user.click(screen.getByTestId(testId));
const text = (testId: string): string => screen.getByTestId(testId).textContent;

describe('the timer', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1, 9) });
    useTimerChoices.setState(FIRST_CHOICES);
  });
  afterEach(() => vi.useRealTimers());

  it('opens with its key, says what to do, and starts what is next', async () => {
    const { session } = showRoom({ timer: timerOf() });
    await user.keyboard('t');
    expect(screen.getByTestId('timer-empty')).toHaveTextContent('Start a focus phase');
    expect(text('timer-time')).toBe('25:00');
    expect(text('timer-round')).toBe('Round 1 of 4');
    await user.click(screen.getByRole('button', { name: 'Start: Focus' }));
    expect(session.sent).toEqual([{ event: 'timer-start', payload: {} }]);
  });

  it('starts a break just as well', async () => {
    const { session } = await openTimer({
      timer: timerOf({ next: 'shortBreak', round: 2, doing: { what: 'ended', by: 'system' } }),
    });
    expect(text('timer-phase')).toBe('Next: Short break');
    expect(text('timer-time')).toBe('05:00');
    expect(text('timer-doing')).toBe('The time was up');
    expect(screen.queryByTestId('timer-empty')).toBeNull();
    await press('timer-main');
    await press('timer-start-focus');
    await press('timer-start-longBreak');
    await press('timer-reset');
    expect(session.sent).toEqual([
      { event: 'timer-start', payload: {} },
      { event: 'timer-start', payload: { phase: 'focus' } },
      { event: 'timer-start', payload: { phase: 'longBreak' } },
      { event: 'timer-reset', payload: {} },
    ]);
  });

  it('shows the time left, the round and who did what', async () => {
    const { session } = await openTimer({
      timer: running('focus', Date.now() - 90_000, {
        round: 2,
        doing: { what: 'started', by: 'member-ana' },
      }),
    });
    expect(text('timer-time')).toBe('23:30');
    expect(text('timer-phase')).toBe('Focus');
    expect(text('timer-round')).toBe('Round 2 of 4');
    expect(text('timer-doing')).toBe('Ana Duarte started it');
    const stopped = paused(running('focus', 0), 61_000);
    act(() => session.store.setState({ timer: stopped }));
    expect(text('timer-time')).toBe('01:01');
    expect(text('timer-phase')).toBe('Focus (paused)');
    expect(text('timer-doing')).toBe('Ana Duarte paused');
    act(() =>
      session.store.setState({
        timer: { ...stopped, doing: { what: 'extended', by: 'member-me', minutes: 5 } },
      }),
    );
    expect(text('timer-doing')).toBe('You added 5 minutes');
  });

  it('pauses, resumes, skips, extends and resets', async () => {
    const { session } = await openTimer({ timer: running('focus', Date.now()) });
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    await press('timer-skip');
    await press('timer-extend');
    await press('timer-reset');
    act(() => session.store.setState({ timer: paused(running('focus', 0), 5_000) }));
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    expect(session.sent).toEqual([
      { event: 'timer-pause', payload: {} },
      { event: 'timer-skip', payload: {} },
      { event: 'timer-extend', payload: { minutes: 5 } },
      { event: 'timer-reset', payload: {} },
      { event: 'timer-resume', payload: {} },
    ]);
  });

  it('runs by a key, without the panel', async () => {
    const { session } = showRoom({ timer: timerOf() });
    await user.keyboard('k');
    act(() => session.store.setState({ timer: running('focus', Date.now()) }));
    await user.keyboard('k');
    act(() => session.store.setState({ timer: paused(running('focus', 0), 5_000) }));
    await user.keyboard('k');
    expect(session.sent.map(({ event }) => event)).toEqual(['timer-start', 'timer-pause', 'timer-resume']);
  });

  it('says why somebody cannot control it', async () => {
    const { session } = await openTimer({
      access: ownedByAna,
      timer: running('focus', Date.now(), { presets: [deepWork] }),
    });
    for (const testId of ['timer-main', 'timer-skip', 'timer-extend', 'timer-reset']) {
      expect(screen.getByTestId(testId)).toBeDisabled();
      expect(screen.getByTestId(testId)).toHaveAccessibleDescription(/Only owners/);
    }
    expect(screen.getByTestId('timer-preset-remove')).toBeDisabled();
    await press('timer-section-lengths');
    expect(screen.getByTestId('timer-field-focus')).toBeDisabled();
    await press('timer-section-room');
    expect(screen.getByTestId('timer-quietFocus')).toBeDisabled();
    await user.keyboard('k');
    expect(session.sent).toEqual([]);
    expect(screen.getByTestId('notice')).toHaveTextContent('You may not do that');
    act(() => session.store.setState({ access: { ...ownedByAna, owners: ['member-me'] } }));
    expect(screen.getByTestId('timer-main')).toBeEnabled();
    act(() => session.store.setState({ status: 'reconnecting' }));
    expect(screen.getByTestId('timer-main')).toHaveAccessibleDescription(/no connection/);
  });

  it('starts with a preset, or takes it for later, and removes it', async () => {
    const { session } = await openTimer({ timer: timerOf({ presets: [deepWork] }) });
    expect(screen.getByTestId('timer-preset')).toHaveTextContent('50 / 10 / 30 min · 3×');
    await user.click(screen.getByRole('button', { name: 'Start with “Deep work”' }));
    act(() => session.store.setState({ timer: running('focus', Date.now(), { presets: [deepWork] }) }));
    await user.click(screen.getByRole('button', { name: 'Use “Deep work” from the next phase on' }));
    await user.click(screen.getByRole('button', { name: 'Remove “Deep work”' }));
    const { name, ...lengths } = deepWork;
    expect(session.sent).toEqual([
      { event: 'timer-start', payload: { preset: name } },
      { event: 'timer-configure', payload: lengths },
      { event: 'preset-remove', payload: { name } },
    ]);
  });

  it('takes lengths that count, and only those', async () => {
    const { session } = await openTimer();
    await press('timer-section-lengths');
    const save = screen.getByTestId('timer-lengths-save');
    expect(save).toBeDisabled();
    await fillIn(screen.getByTestId('timer-field-focus'), '241');
    expect(screen.getByTestId('timer-field-focus')).toHaveAccessibleDescription(
      'A whole number from 1 to 240.',
    );
    expect(save).toBeDisabled();
    await fillIn(screen.getByTestId('timer-field-focus'), '50');
    await fillIn(screen.getByTestId('timer-field-rounds'), '3');
    await user.click(save);
    expect(session.sent).toEqual([{ event: 'timer-configure', payload: { focus: 50, rounds: 3 } }]);
  });

  it('saves lengths as a preset, up to twenty', async () => {
    const { session } = await openTimer();
    await press('timer-section-lengths');
    await fillIn(screen.getByTestId('timer-preset-name'), 'a'.repeat(41));
    expect(screen.getByTestId('timer-preset-name')).toHaveAccessibleDescription(/40 characters/);
    expect(screen.getByTestId('timer-preset-save')).toBeDisabled();
    await fillIn(screen.getByTestId('timer-preset-name'), ' Sprint ');
    await press('timer-preset-save');
    expect(session.sent).toEqual([
      {
        event: 'preset-save',
        payload: { name: 'Sprint', focus: 25, shortBreak: 5, longBreak: 15, rounds: 4 },
      },
    ]);
    const presets = Array.from({ length: 20 }, (_, index) => ({ ...deepWork, name: `Preset ${index}` }));
    act(() => session.store.setState({ timer: timerOf({ presets }) }));
    await fillIn(screen.getByTestId('timer-preset-name'), 'One more');
    expect(screen.getByTestId('timer-preset-save')).toBeDisabled();
    expect(screen.getByTestId('timer-preset-name')).toHaveAccessibleDescription(/at most 20/);
    await fillIn(screen.getByTestId('timer-preset-name'), 'Preset 7');
    expect(screen.getByRole('button', { name: 'Replace' })).toBeEnabled();
  });

  it('sets what holds for everyone, and keeps what is for me alone', async () => {
    const { session } = await openTimer();
    await press('timer-section-room');
    await press('timer-autoAdvance');
    await press('timer-quietFocus');
    expect(session.sent).toEqual([
      { event: 'timer-configure', payload: { autoAdvance: true } },
      { event: 'timer-configure', payload: { quietFocus: true } },
    ]);
    session.sent.length = 0;
    await press('timer-section-mine');
    expect(screen.getByTestId('timer-give-back')).not.toBeChecked();
    await press('timer-give-back');
    await press('timer-sound');
    expect(screen.queryByTestId('timer-volume')).toBeNull();
    expect(session.sent).toEqual([]);
    expect(JSON.parse(localStorage.getItem('focusly.timer') ?? '')).toEqual({
      ...FIRST_CHOICES,
      giveBack: true,
      sound: false,
    });
  });

  it('comes with the connection', async () => {
    await openTimer({ timer: null });
    expect(screen.getByText(/comes with the connection/)).toBeVisible();
  });

  it('has no serious accessibility finding', async () => {
    const { container } = await openTimer({ timer: running('focus', Date.now(), { presets: [deepWork] }) });
    for (const section of ['lengths', 'room', 'mine']) await press(`timer-section-${section}`);
    await fillIn(screen.getByTestId('timer-field-focus'), '0');
    expect(await seriousViolations(container)).toEqual([]);
    expect(within(screen.getByTestId('timer-panel')).getByRole('timer')).toBeVisible();
  });
});
