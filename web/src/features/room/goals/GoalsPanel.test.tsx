import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NO_WORDS, readEntryWords, writeEntryWords } from '@/shared/entry-words';
import { seriousViolations } from '@/testing/axe';
import { fillIn, user } from '@/testing/user';
import { accessOf } from '../testing/access';
import { goalOf, goalsOf, standupOf } from '../testing/goals';
import { participant } from '../testing/participants';
import { showRoom } from '../testing/show-room';
import { LAST_WORD_MS } from './leaving';

const ana = participant({ userId: 'ana', name: 'Ana Duarte' });
const mine = goalOf({ goalId: 3, memberId: 'member-me', name: 'Mia Lind', text: 'Vocabulary' });
const nothing = { goals: goalsOf(), standup: standupOf() };

describe('the goals', () => {
  it('open with their key, say what to do, and take a goal', async () => {
    const { session } = showRoom(nothing);
    await user.keyboard('g');
    expect(screen.getByTestId('goals-empty')).toBeVisible();
    expect(screen.getByTestId('goal-save')).toBeDisabled();
    await fillIn(screen.getByTestId('goal-text'), '  Vocabulary ');
    await user.keyboard('{Enter}');
    expect(session.sent).toEqual([{ event: 'goal-set', payload: { text: 'Vocabulary' } }]);
  });

  it('show one’s own to be changed and closed, and the others’', async () => {
    const closed = goalOf({ outcome: 'partly', word: 'One page' });
    const { session } = showRoom({ others: [ana], standup: standupOf(), goals: goalsOf(closed, mine) });
    await user.keyboard('g');
    const rows = screen.getAllByTestId('goal');
    expect(rows.map((row) => row.textContent)).toEqual(['Ana DuarteTwo pages of the essayOne page']);
    await fillIn(screen.getByTestId('goal-text'), 'Grammar');
    await user.click(screen.getByTestId('goal-save'));
    await user.click(screen.getByTestId('goal-not'));
    await fillIn(screen.getByTestId('goal-word'), 'Too tired');
    await user.click(screen.getByTestId('goal-close'));
    expect(session.sent).toEqual([
      { event: 'goal-set', payload: { text: 'Grammar' } },
      { event: 'goal-close', payload: { outcome: 'not', text: 'Too tired' } },
    ]);
    expect(await seriousViolations(document.body)).toEqual([]);
  });

  it('stand on the tile and in the people panel while they are open', async () => {
    showRoom({ others: [ana], standup: standupOf(), goals: goalsOf(goalOf(), { ...mine, outcome: 'done' }) });
    await user.keyboard('p');
    expect(screen.getAllByTestId('person-goal').map((goal) => goal.textContent)).toEqual([
      'Two pages of the essay',
    ]);
  });
});

describe('what was written in the lobby', () => {
  it('is said once the room has let us in, and only once', () => {
    writeEntryWords('abc-defg-hij', { ...NO_WORDS, goal: ' Vocabulary ' });
    const { session } = showRoom({ ...nothing, status: 'connecting' });
    expect(session.sent).toEqual([]);
    act(() => session.store.setState({ status: 'connected' }));
    act(() => session.store.setState({ status: 'reconnecting' }));
    act(() => session.store.setState({ status: 'connected' }));
    expect(session.sent).toEqual([{ event: 'goal-set', payload: { text: 'Vocabulary' } }]);
    expect(readEntryWords('abc-defg-hij')).toEqual(NO_WORDS);
  });

  it('are answers in a stand-up', () => {
    const answers = { yesterday: '', today: 'Write', blockers: '' };
    writeEntryWords('abc-defg-hij', { goal: '', answers });
    const { session } = showRoom({ ...nothing, access: accessOf({ template: 'stand-up' }) });
    expect(session.sent).toEqual([{ event: 'standup-answer', payload: answers }]);
  });
});

describe('leaving', () => {
  afterEach(() => vi.useRealTimers());
  const leave = (): Promise<void> => user.click(screen.getByTestId('toolbar-leave'));
  const open = { standup: standupOf(), goals: goalsOf(mine) };

  it('asks nothing without an open goal', async () => {
    const { session } = showRoom({ standup: standupOf(), goals: goalsOf(goalOf()) });
    await leave();
    expect(session.calls).toEqual(['leave']);
  });

  it('asks how it went, and Enter answers', async () => {
    const { session } = showRoom(open);
    await leave();
    const dialog = screen.getByRole('dialog', { name: 'Before you go' });
    expect(dialog).toHaveTextContent('Vocabulary');
    expect(within(dialog).getByTestId('goal-done')).toHaveFocus();
    expect(await seriousViolations(document.body)).toEqual([]);
    await user.keyboard('{ArrowRight}');
    await fillIn(screen.getByTestId('goal-word'), 'Half of it');
    await user.keyboard('{Enter}');
    expect(session.sent).toEqual([
      { event: 'goal-close', payload: { outcome: 'partly', text: 'Half of it' } },
    ]);
    await vi.waitFor(() => expect(session.calls).toEqual(['leave']));
  });

  it.each(['Escape', 'the button'])('goes without an answer by %s', async (how) => {
    const { session } = showRoom(open);
    await leave();
    if (how === 'Escape') await user.keyboard('{Escape}');
    else await user.click(screen.getByTestId('goal-leave-skip'));
    expect(session.sent).toEqual([]);
    expect(session.calls).toEqual(['leave']);
  });

  it('stays in the room by the cross', async () => {
    const { session } = showRoom(open);
    await leave();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(session.calls).toEqual([]);
  });

  it('waits for an answer that does not come only so long', async () => {
    const { session } = showRoom(open);
    session.send = () => new Promise(() => undefined);
    await leave();
    vi.useFakeTimers();
    act(() => screen.getByTestId<HTMLButtonElement>('goal-leave-answer').click());
    await vi.advanceTimersByTimeAsync(LAST_WORD_MS - 1);
    expect(session.calls).toEqual([]);
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(session.calls).toEqual(['leave']);
  });

  it('does not wait where the connection is lost', async () => {
    const { session } = showRoom({ ...open, status: 'reconnecting' });
    session.send = () => new Promise(() => undefined);
    await leave();
    await user.click(screen.getByTestId('goal-leave-answer'));
    expect(session.calls).toEqual(['leave']);
  });
});
