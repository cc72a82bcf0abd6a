import { describe, expect, it } from 'vitest';
import accessJournal from '../../../../protocol/journal/access.json';
import chatJournal from '../../../../protocol/journal/chat.json';
import goalsJournal from '../../../../protocol/journal/goals.json';
import tasksJournal from '../../../../protocol/journal/tasks.json';
import timerJournal from '../../../../protocol/journal/timer.json';
import goalsStory from '../../../../protocol/room/goals.json';
import timerStory from '../../../../protocol/room/timer.json';
import { accessViewSchema } from '@/realtime/schemas-access';
import { chatViewSchema } from '@/realtime/schemas-chat';
import { goalsViewSchema } from '@/realtime/schemas-goals';
import { parseRoomEvent, type RoomEvent } from '@/realtime/schemas-log';
import { standupViewSchema } from '@/realtime/schemas-standup';
import { timerViewSchema } from '@/realtime/schemas-timer';
import { accessModel } from './access/model';
import { chatModel } from './chat/model';
import { goalsModel } from './goals/model';
import { standupModel } from './standup/model';
import { tasksViewSchema } from '@/realtime/schemas-tasks';
import { tasksModel } from './tasks/model';
import { timerModel } from './timer/model';

/** The server's tests read the same files: what it makes of its events, the replicas make of them too. */

interface Recorded {
  seq: number;
  at: number;
  actor: string;
  type: string;
  body: object;
}

function eventsOf(journal: readonly Recorded[]): RoomEvent[] {
  return journal.flatMap(
    ({ seq, at, actor, type, body }) => parseRoomEvent({ seq, at, by: actor, type, ...body }) ?? [],
  );
}

describe('the example journals', () => {
  it('come to the same access', () => {
    const empty = accessModel.initial(accessViewSchema.parse({}));
    const events = eventsOf(accessJournal.events);
    expect(events).toHaveLength(accessJournal.events.length);
    expect(events.reduce(accessModel.reduce, empty)).toEqual(accessViewSchema.parse(accessJournal.view));
  });

  it('come to the same chat', () => {
    const empty = chatModel.initial({ messages: [], more: false, read: 0 });
    const events = eventsOf(chatJournal.events);
    expect(events.some(({ type }) => type === 'other')).toBe(false);
    const view = chatViewSchema.parse(chatJournal.view);
    expect(events.reduce(chatModel.reduce, empty)).toEqual(chatModel.initial(view));
  });

  it('come to the same goals and stand-up', () => {
    const events = eventsOf(goalsJournal.events);
    const goals = goalsModel.initial({ goals: [] });
    expect(events.reduce(goalsModel.reduce, goals)).toEqual(goalsViewSchema.parse(goalsJournal.goals));
    const standup = standupModel.initial({ answers: [], round: null });
    expect(events.reduce(standupModel.reduce, standup)).toEqual(
      standupViewSchema.parse(goalsJournal.standup),
    );
  });

  it('come to the same tasks', () => {
    const empty = tasksModel.initial({ tasks: [], working: {} });
    const view = tasksViewSchema.parse(tasksJournal.view);
    expect(eventsOf(tasksJournal.events).reduce(tasksModel.reduce, empty)).toEqual(tasksModel.initial(view));
  });

  it('come to the same timer', () => {
    const [first] = timerStory.story;
    const fresh = timerModel.initial(timerViewSchema.parse(first?.timer));
    const events = eventsOf(timerJournal.events);
    expect(events.filter(({ type }) => type === 'other')).toHaveLength(2);
    expect(events.reduce(timerModel.reduce, fresh)).toMatchObject(timerViewSchema.parse(timerJournal.view));
  });
});

it('the timer’s story is followed step by step', () => {
  const [first] = timerStory.story;
  let state = timerModel.initial(timerViewSchema.parse(first?.timer));
  for (const { name, hears, timer } of timerStory.story) {
    state = hears.flatMap((event) => parseRoomEvent(event) ?? []).reduce(timerModel.reduce, state);
    expect(state, name).toMatchObject(timerViewSchema.parse(timer));
  }
});

it('the story of goals and stand-ups is followed step by step', () => {
  let goals = goalsModel.initial({ goals: [] });
  let standup = standupModel.initial({ answers: [], round: null });
  for (const step of goalsStory.story) {
    const events = step.hears.flatMap((event) => parseRoomEvent(event) ?? []);
    goals = events.reduce(goalsModel.reduce, goals);
    standup = events.reduce(standupModel.reduce, standup);
    expect(goals, step.name).toEqual(goalsViewSchema.parse(step.goals));
    expect(standup, step.name).toEqual(standupViewSchema.parse(step.standup));
  }
});
