import { describe, expect, it } from 'vitest';
import { GOALS_MAX } from '@/realtime/schemas-goals';
import { parseRoomEvent, type RoomEvent } from '@/realtime/schemas-log';
import { standupModel } from '../standup/model';
import { goalOf, goalsOf, roundOf, standupOf } from '../testing/goals';
import { goalsModel, openGoal } from './model';

function event(type: string, fields: object = {}): RoomEvent {
  const parsed = parseRoomEvent({ seq: 900, at: 5, by: 'member-ben', type, ...fields });
  if (parsed === undefined) throw new Error('not an event');
  return parsed;
}
const command = (name: string, payload: Record<string, unknown>) => ({
  commandId: 'c',
  event: name,
  payload,
  at: 9,
  by: 'member-ana',
  name: 'Ana',
});

describe('goals', () => {
  it('show at once what was written, and what the server makes of it', () => {
    const shown = goalsModel.optimistic(goalsOf(), command('goal-set', { text: 'Essay' }));
    expect(openGoal(shown, 'member-ana')).toMatchObject({ goalId: 0, text: 'Essay', name: 'Ana', at: 9 });
    const changed = goalsModel.optimistic(shown, command('goal-set', { text: 'Letter' }));
    expect(changed.goals.map(({ text }) => text)).toEqual(['Letter']);
    const closed = goalsModel.optimistic(changed, command('goal-close', { outcome: 'not', text: 'No' }));
    expect(closed.goals[0]).toMatchObject({ outcome: 'not', word: 'No', closedAt: 9 });
    expect(openGoal(closed, 'member-ana')).toBeNull();
  });

  it('let the oldest closed one go, or else the oldest', () => {
    const many = Array.from({ length: GOALS_MAX }, (_, index) =>
      goalOf({ goalId: index + 1, memberId: `m${index}`, outcome: index === 3 ? 'done' : null }),
    );
    const set = event('goal-set', { text: 'One more' });
    const once = goalsModel.reduce(goalsOf(...many), set);
    expect(once.goals).toHaveLength(GOALS_MAX);
    expect(once.goals.some(({ goalId }) => goalId === 4)).toBe(false);
    const twice = goalsModel.reduce(once, set);
    expect(twice.goals.some(({ goalId }) => goalId === 1)).toBe(false);
  });

  it('are gone with the session, with age, and with their member', () => {
    const both = goalsOf(goalOf(), goalOf({ goalId: 8, memberId: 'member-ben' }));
    expect(goalsModel.reduce(both, event('session-ended')).goals).toEqual([]);
    const young = goalsModel.reduce(both, event('history-forgotten', { through: 7 }));
    expect(young.goals.map(({ goalId }) => goalId)).toEqual([8]);
    const others = goalsModel.reduce(both, event('member-forgotten', { memberId: 'member-ben' }));
    expect(others.goals.map(({ goalId }) => goalId)).toEqual([1]);
  });

  it.each(['goal-set', 'goal-changed', 'goal-closed'])('leave %s alone when it is forgotten', (type) => {
    const state = goalsOf(goalOf());
    expect(goalsModel.reduce(state, event(type))).toBe(state);
  });
});

describe('a stand-up', () => {
  const answer = { seq: 3, memberId: 'member-ana', name: '', yesterday: 'a', today: '', blockers: '', at: 1 };

  it('is gone with the session, with age, and with its member', () => {
    const state = standupOf({ answers: [answer], round: roundOf(0) });
    expect(standupModel.reduce(state, event('session-ended'))).toEqual(standupOf());
    expect(standupModel.reduce(state, event('history-forgotten', { through: 3 }))).toEqual(
      standupOf({ round: roundOf(0) }),
    );
    expect(standupModel.reduce(state, event('history-forgotten', { through: 7 }))).toEqual(standupOf());
    const forgotten = standupModel.reduce(state, event('member-forgotten', { memberId: 'member-ana' }));
    expect(forgotten.answers).toEqual([]);
    expect(forgotten.round?.startedBy).toBe('forgotten');
  });

  it('knows nothing of a forgotten answer or order', () => {
    expect(standupModel.reduce(standupOf(), event('standup-answered'))).toEqual(standupOf());
    expect(standupModel.reduce(standupOf(), event('standup-started'))).toEqual(standupOf());
  });
});
