import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoomEvent, type RoomEvent } from '@/realtime/schemas-log';
import { COLUMNS, inColumn, tasksModel, type TasksState } from './model';
import { stepped } from './moves';

const EMPTY = tasksModel.initial({ tasks: [], working: {} });

function event(seq: number, type: string, fields: object): RoomEvent {
  const parsed = parseRoomEvent({ seq, at: seq * 10, by: 'ann', type, ...fields });
  if (parsed === undefined) throw new Error('An unreadable event.');
  return parsed;
}

const after = (...events: RoomEvent[]): TasksState => events.reduce(tasksModel.reduce, EMPTY);
const added = (seq: number, column = 'todo') =>
  event(seq, 'task-added', { title: `t${String(seq)}`, column });
const command = (name: string, payload: Record<string, unknown>) => ({
  commandId: 'c',
  event: name,
  payload,
  at: 99,
  by: 'me',
  name: 'Me',
});
const order = ({ tasks }: TasksState) => tasks.map(({ taskId, column }) => `${column} ${String(taskId)}`);

describe('the task board', () => {
  it('has tasks by column and place', () => {
    expect(order(after(added(1, 'done'), added(2), added(3, 'doing'), added(4)))).toEqual([
      'todo 2',
      'todo 4',
      'doing 3',
      'done 1',
    ]);
  });

  it('ends a move at the column’s end where the place is gone', () => {
    const state = after(
      added(1),
      added(2),
      added(3),
      event(4, 'task-moved', { taskId: 1, column: 'done', before: null, doneAt: 40 }),
      event(5, 'task-moved', { taskId: 2, column: 'todo', before: 1 }),
    );
    expect(order(state)).toEqual(['todo 3', 'todo 2', 'done 1']);
    expect(state.tasks[2]).toMatchObject({ doneAt: 40 });
  });

  it('books a focus phase to each task of the event', () => {
    const booked = event(4, 'task-booked', { taskIds: [1, 9], focusedMs: 1_500_000 });
    expect(after(added(1), added(2), booked).tasks).toMatchObject([
      { phases: 1, focusedMs: 1_500_000 },
      { phases: 0, focusedMs: 0 },
    ]);
  });

  it('knows who works on what, until that is done, gone or over', () => {
    const works = event(3, 'task-worked', { memberId: 'ann', taskId: 1 });
    expect(after(added(1), works).working).toEqual({ ann: 1 });
    const over = [
      event(4, 'task-worked', { memberId: 'ann', taskId: null }),
      event(4, 'task-moved', { taskId: 1, column: 'done', before: null }),
      event(4, 'task-removed', { taskId: 1 }),
      event(4, 'session-ended', {}),
      event(4, 'member-forgotten', { memberId: 'ann' }),
    ];
    for (const each of over) expect(after(added(1), works, each).working, each.type).toEqual({});
  });

  it('forgets whose a task was', () => {
    const mine = event(3, 'task-assigned', { taskId: 1, memberId: 'ann', name: 'Ann' });
    expect(after(added(1), mine).tasks).toMatchObject([{ assignee: 'ann', assigneeName: 'Ann', by: 'ann' }]);
    const forgotten = event(4, 'member-forgotten', { memberId: 'ann' });
    expect(after(added(1), mine, forgotten).tasks).toMatchObject([
      { assignee: null, assigneeName: '', by: 'forgotten', title: 't1' },
    ]);
    const aged = event(4, 'history-forgotten', { through: 1 });
    expect(after(added(1), added(2), aged).tasks).toMatchObject([{ by: 'forgotten' }, { by: 'ann' }]);
  });

  it('shows at once what waits to be sent', () => {
    const state = after(added(1), added(2));
    const shown = (name: string, payload: Record<string, unknown>) =>
      tasksModel.optimistic(state, command(name, payload));
    expect(shown('task-add', { titles: ['a', 'b'] }).tasks.slice(2)).toMatchObject([
      { taskId: -1, title: 'a', pending: true },
      { taskId: -2, title: 'b', pending: true },
    ]);
    expect(shown('task-update', { taskId: 2, title: 'x', estimate: 3 }).tasks[1]).toMatchObject({
      title: 'x',
      estimate: 3,
    });
    expect(order(shown('task-move', { taskId: 2, column: 'todo', before: 1 }))).toEqual(['todo 2', 'todo 1']);
    expect(order(shown('task-remove', { taskId: 1 }))).toEqual(['todo 2']);
    expect(shown('task-work', { taskId: 1 }).working).toEqual({ me: 1 });
    expect(shown('chat-send', { text: 'x' })).toBe(state);
  });

  it('is the same with a command’s guess gone and its event there', () => {
    const step = fc.record({
      what: fc.constantFrom('add', 'move', 'remove', 'work', 'rename'),
      task: fc.nat({ max: 11 }),
      before: fc.nat({ max: 11 }),
      column: fc.constantFrom(...COLUMNS),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state = EMPTY;
        steps.forEach(({ what, task, before, column }, index) => {
          const seq = index + 1;
          const taskId = state.tasks[task % Math.max(1, state.tasks.length)]?.taskId;
          const place = state.tasks[before % Math.max(1, state.tasks.length)]?.taskId ?? null;
          if (what !== 'add' && taskId === undefined) return;
          const payload = {
            add: { title: `t${String(seq)}`, column },
            move: { taskId, column, before: place },
            remove: { taskId },
            work: { taskId },
            rename: { taskId, title: 'new' },
          }[what];
          const type = { add: 'added', move: 'moved', remove: 'removed', work: 'worked', rename: 'updated' }[
            what
          ];
          const name = { add: 'add', move: 'move', remove: 'remove', work: 'work', rename: 'update' }[what];
          const guess = tasksModel.optimistic(state, command(`task-${name}`, payload));
          const told = event(seq, `task-${type}`, { ...payload, ...(what === 'work' && { memberId: 'me' }) });
          state = tasksModel.reduce(state, told);
          const fixed = guess.tasks.map((each) => (each.taskId < 0 ? { ...each, taskId: seq } : each));
          expect(order({ ...guess, tasks: fixed })).toEqual(order(state));
          expect(guess.working).toEqual(state.working);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('heals with the server’s order, whichever moves were guessed here', () => {
    const move = fc.record({
      taskId: fc.integer({ min: 1, max: 6 }),
      before: fc.integer({ min: 1, max: 6 }),
      column: fc.constantFrom(...COLUMNS),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 8 }), fc.array(move, { maxLength: 8 }), (mine, theirs) => {
        const start = after(...[1, 2, 3, 4, 5, 6].map((seq) => added(seq)));
        const events = [...theirs, ...mine].map((each, index) => event(7 + index, 'task-moved', each));
        const elsewhere = events.reduce(tasksModel.reduce, start);
        // Here my moves are shown first, and confirmed one after the other behind theirs.
        let confirmed = start;
        events.forEach((each, index) => {
          const left = mine.slice(Math.max(0, index + 1 - theirs.length));
          confirmed = tasksModel.reduce(confirmed, each);
          const shown = left.reduce(
            (state, payload) => tasksModel.optimistic(state, command('task-move', payload)),
            confirmed,
          );
          expect(shown.tasks).toHaveLength(6);
        });
        expect(order(confirmed)).toEqual(order(elsewhere));
      }),
      { numRuns: 200 },
    );
  });
});

it('a step is one place, and none at the edge', () => {
  const { tasks } = after(added(1), added(2), added(3));
  const [first, second, third] = inColumn(tasks, 'todo');
  if (!first || !second || !third) throw new Error('three tasks');
  expect(stepped(tasks, first, 'up')).toBeNull();
  expect(stepped(tasks, first, 'left')).toBeNull();
  expect(stepped(tasks, third, 'down')).toBeNull();
  expect(stepped(tasks, third, 'up')).toEqual({ column: 'todo', before: 2 });
  expect(stepped(tasks, first, 'down')).toEqual({ column: 'todo', before: 3 });
  expect(stepped(tasks, second, 'down')).toEqual({ column: 'todo', before: null });
  expect(stepped(tasks, second, 'right')).toEqual({ column: 'doing', before: null });
});
