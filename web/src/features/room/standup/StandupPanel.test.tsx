import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OPEN_SETTINGS } from '@/realtime/schemas-access';
import { seriousViolations } from '@/testing/axe';
import { fillIn, user } from '@/testing/user';
import type { RoomSessionState } from '../session/types';
import { accessOf } from '../testing/access';
import { fakeSession } from '../testing/fake-session';
import { goalsOf, roundOf, standupOf } from '../testing/goals';
import { participant } from '../testing/participants';
import { showRoom } from '../testing/show-room';
import { FIRST_CHOICES, useTimerChoices } from '../timer/choices';
import * as chimes from '../timer/signals/chime';
import { soundAtEnds } from './StandupSignals';

const NOW = Date.UTC(2026, 0, 1, 9);
const ana = participant({ userId: 'ana', name: 'Ana Duarte', joinedAt: -1 });
const settings = { ...OPEN_SETTINGS, timer: 'owner' as const };
const anas = accessOf({ template: 'stand-up', owners: ['member-ana'], settings });
const ours = { ...anas, owners: ['member-me'] };
const answer = {
  seq: 2,
  memberId: 'member-ana',
  name: 'Ana Duarte',
  yesterday: 'Read',
  today: 'Write',
  blockers: '',
  at: NOW,
};

async function openStandup(state: Partial<RoomSessionState> = {}) {
  const room = showRoom({ others: [ana], access: ours, goals: goalsOf(), standup: standupOf(), ...state });
  await user.keyboard('g');
  return room;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  useTimerChoices.setState(FIRST_CHOICES);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the stand-up', () => {
  it('is there in its rooms alone, and goals in the others', async () => {
    await openStandup();
    expect(screen.getByTestId('standup-panel')).toBeVisible();
    expect(screen.queryByTestId('toolbar-goals')).toBeNull();
  });

  it('is begun by who may, in the order and with the time wanted', async () => {
    const { session } = await openStandup();
    const names = within(screen.getByTestId('standup-order'))
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(names).toEqual(['1Ana Duarte', '2Mia Lind']);
    await user.click(screen.getByRole('button', { name: 'Move Mia Lind up' }));
    await fillIn(screen.getByTestId('standup-seconds'), '10');
    expect(screen.getByTestId('standup-start')).toBeDisabled();
    await fillIn(screen.getByTestId('standup-seconds'), '90');
    await user.click(screen.getByTestId('standup-start'));
    expect(session.sent).toEqual([
      { event: 'standup-start', payload: { seconds: 90, order: ['member-me', 'member-ana'] } },
    ]);
    expect(await seriousViolations(document.body)).toEqual([]);
  });

  it('says who may begin it to who may not', async () => {
    await openStandup({ access: anas });
    expect(screen.getByTestId('standup-obstacle')).toHaveTextContent('Only owners');
    expect(screen.queryByTestId('standup-start')).toBeNull();
  });

  it('shows who speaks, and what they answered first', async () => {
    const mine = { ...answer, memberId: 'member-me', today: 'Test' };
    await openStandup({ standup: standupOf({ answers: [mine, answer], round: roundOf(NOW - 60_000) }) });
    expect(screen.getByTestId('standup-speaker')).toHaveTextContent('Ana Duarte');
    const panel = within(screen.getByTestId('standup-round'));
    expect(panel.getByTestId('turn-time')).toHaveTextContent('01:00');
    expect(screen.getAllByTestId('answer').map((each) => each.dataset.current)).toEqual(['true', 'false']);
    expect(screen.getByTestId('standup-announcer')).toHaveTextContent('Now speaks Ana Duarte');
    expect(await seriousViolations(document.body)).toEqual([]);
  });

  it('passes on by the button and by the key, once for each turn', async () => {
    const { session } = await openStandup({ standup: standupOf({ round: roundOf(NOW) }) });
    await user.click(screen.getByTestId('standup-next'));
    await user.keyboard('n');
    await user.click(screen.getByTestId('standup-end'));
    expect(session.sent).toEqual([
      { event: 'standup-next', payload: { index: 0 } },
      { event: 'standup-next', payload: { index: 0 } },
      { event: 'standup-end', payload: {} },
    ]);
  });

  it('lets who speaks pass on, who may do nothing else', async () => {
    const round = roundOf(NOW);
    const { session } = await openStandup({ access: anas, standup: standupOf({ round }) });
    expect(screen.queryByTestId('standup-next')).toBeNull();
    await user.keyboard('n');
    expect(session.sent).toEqual([]);
    act(() => session.store.setState({ standup: standupOf({ round: { ...round, index: 1 } }) }));
    expect(screen.getByTestId('standup-next')).toHaveTextContent('That was everyone');
    expect(screen.queryByTestId('standup-end')).toBeNull();
  });

  it('says when the time is up', async () => {
    await openStandup({ standup: standupOf({ round: roundOf(NOW - 120_000) }) });
    const panel = within(screen.getByTestId('standup-round'));
    expect(panel.getByTestId('turn-time')).toHaveTextContent('Time is up');
    expect(screen.getByTestId('standup-announcer')).toHaveTextContent('Ana Duarte: the time is up');
  });

  it('takes answers, and shows one’s own to be changed', async () => {
    const mine = { ...answer, memberId: 'member-me' };
    const { session } = await openStandup({ standup: standupOf({ answers: [mine] }) });
    expect(screen.getByTestId('answer-today')).toHaveValue('Write');
    expect(screen.getByTestId('answer-save')).toBeDisabled();
    await fillIn(screen.getByTestId('answer-blockers'), 'The printer');
    await user.click(screen.getByTestId('answer-save'));
    expect(session.sent).toEqual([
      {
        event: 'standup-answer',
        payload: { yesterday: 'Read', today: 'Write', blockers: 'The printer' },
      },
    ]);
  });
});

describe('the tone at the end of a turn', () => {
  beforeEach(() => {
    vi.useRealTimers();
    vi.useFakeTimers({ now: NOW });
  });

  function listening(startedAt: number) {
    const chime = vi.spyOn(chimes, 'chime').mockImplementation(() => undefined);
    const session = fakeSession({ standup: standupOf({ round: roundOf(startedAt) }) });
    return { chime, session, stop: soundAtEnds(session) };
  }

  it('sounds once, and again for the next', () => {
    const { chime, session, stop } = listening(NOW);
    vi.advanceTimersByTime(119_999);
    expect(chime).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2);
    expect(chime).toHaveBeenCalledWith('countdown', FIRST_CHOICES.volume);
    session.store.setState({ standup: standupOf({ round: roundOf(NOW) }) });
    expect(chime).toHaveBeenCalledTimes(1);
    const next = roundOf(Date.now(), { index: 1 });
    session.store.setState({ standup: standupOf({ round: next }) });
    vi.advanceTimersByTime(120_001);
    expect(chime).toHaveBeenCalledTimes(2);
    stop();
  });

  it('is not for who wants none, nor for what was over long ago', () => {
    const late = listening(NOW - 151_000);
    late.stop();
    useTimerChoices.setState({ sound: false });
    const silent = listening(NOW);
    vi.advanceTimersByTime(120_001);
    silent.stop();
    expect(silent.chime).not.toHaveBeenCalled();
  });

  it('does not come once it was stopped', () => {
    const { chime, stop } = listening(NOW);
    stop();
    vi.advanceTimersByTime(120_001);
    expect(chime).not.toHaveBeenCalled();
  });
});
