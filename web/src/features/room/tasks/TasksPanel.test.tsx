import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { seriousViolations } from '@/testing/axe';
import { fillIn, user } from '@/testing/user';
import { participant } from '../testing/participants';
import { showRoom } from '../testing/show-room';
import { tasksModel, type TasksState } from './model';

const ana = participant({ userId: 'ana', name: 'Ana Duarte' });
const task = (taskId: number, title: string, more: object = {}) => ({
  taskId,
  title,
  column: 'todo' as const,
  estimate: null,
  assignee: null,
  assigneeName: '',
  phases: 0,
  focusedMs: 0,
  by: 'member-me',
  at: 1,
  doneAt: null,
  ...more,
});
const board = (...tasks: ReturnType<typeof task>[]): TasksState => tasksModel.initial({ tasks, working: {} });
const two = board(task(1, 'Write', { estimate: 4, phases: 1, assignee: 'member-ana' }), task(2, 'Read'));

async function openTasks(tasks: TasksState | null) {
  const room = showRoom({ others: [ana], tasks });
  await user.keyboard('b');
  return room;
}

describe('the task panel', () => {
  it('says what to do, and adds with Enter, again and again', async () => {
    const { session } = await openTasks(board());
    expect(screen.getByTestId('tasks-empty')).toHaveTextContent('Nothing to do yet');
    await user.type(screen.getByTestId('task-add'), 'One{Enter}Two{Enter} {Enter}');
    expect(session.sent).toEqual([
      { event: 'task-add', payload: { title: 'One' } },
      { event: 'task-add', payload: { title: 'Two' } },
    ]);
    expect(screen.getByTestId('task-add')).toHaveFocus();
    await fillIn(screen.getByTestId('task-add'), 'x'.repeat(201));
    expect(screen.getByTestId('task-add')).toHaveAccessibleDescription(/200 characters/);
  });

  it('adds a pasted list once that is confirmed', async () => {
    const { session } = await openTasks(board());
    await user.click(screen.getByTestId('task-add'));
    await user.paste('- Write\n- Read\n');
    expect(screen.getByRole('dialog', { name: 'Add 2 tasks?' })).toBeVisible();
    expect(session.sent).toEqual([]);
    await user.click(screen.getByTestId('task-paste-confirm'));
    expect(session.sent).toEqual([{ event: 'task-add', payload: { titles: ['Write', 'Read'] } }]);
    await user.click(screen.getByTestId('task-add'));
    await user.paste('x\n'.repeat(201));
    expect(screen.queryByTestId('task-paste-confirm')).toBeNull();
    expect(screen.getByRole('dialog')).toHaveTextContent('201 lines are too many');
  });

  it('moves by keys, and says so', async () => {
    const { session } = await openTasks(two);
    screen.getAllByTestId('task-title')[1]?.focus();
    await user.keyboard('{Alt>}{ArrowUp}{ArrowRight}{ArrowLeft}{/Alt}');
    expect(session.sent).toEqual([
      { event: 'task-move', payload: { taskId: 2, column: 'todo', before: 1 } },
      { event: 'task-move', payload: { taskId: 2, column: 'doing', before: null } },
    ]);
    expect(screen.getByTestId('tasks-said')).toHaveTextContent('“Read” cannot go further that way');
  });

  it('keeps the focus on a task that changes its column', async () => {
    const { session } = await openTasks(two);
    screen.getAllByTestId('task-title')[1]?.focus();
    act(() =>
      session.store.setState({ tasks: board(task(1, 'Write'), task(2, 'Read', { column: 'doing' })) }),
    );
    expect(document.activeElement).toHaveTextContent('Read');
  });

  it('renames in place, with Enter but not with Escape', async () => {
    const { session } = await openTasks(two);
    await user.click(screen.getByText('Read'));
    await user.keyboard('Other{Escape}');
    await user.click(screen.getByText('Read'));
    await user.keyboard('Rest{Enter}');
    expect(screen.getAllByTestId('task-title')[1]).toHaveFocus();
    expect(session.sent).toEqual([{ event: 'task-update', payload: { taskId: 2, title: 'Rest' } }]);
  });

  it('assigns, estimates and removes by the menu', async () => {
    const { session } = await openTasks(two);
    for (const choice of ['Me', '3 focus phases', 'Remove', 'Move to “Done”']) {
      await user.click(screen.getByRole('button', { name: 'More for “Read”' }));
      await user.click(screen.getByText(choice));
    }
    expect(session.sent).toEqual([
      { event: 'task-update', payload: { taskId: 2, assignee: 'member-me' } },
      { event: 'task-update', payload: { taskId: 2, estimate: 3 } },
      { event: 'task-remove', payload: { taskId: 2 } },
      { event: 'task-move', payload: { taskId: 2, column: 'done', before: null } },
    ]);
  });

  it('shows progress, whose it is, and only one person’s', async () => {
    await openTasks(two);
    expect(screen.getByTestId('task-facts')).toHaveTextContent('Ana Duarte · 1 of 4 focus phases');
    await user.selectOptions(screen.getByTestId('tasks-filter'), 'Ana Duarte');
    expect(screen.getAllByTestId('task')).toHaveLength(1);
  });

  it('tells everyone what I work on', async () => {
    const { session } = await openTasks(two);
    await user.click(screen.getByRole('button', { name: 'I am working on “Read”' }));
    expect(session.sent).toEqual([{ event: 'task-work', payload: { taskId: 2 } }]);
    act(() => session.store.setState({ tasks: { ...two, working: { 'member-me': 2 } } }));
    const tile = screen.getAllByTestId('tile').find(({ dataset }) => dataset.self === 'true');
    if (!tile) throw new Error('no tile of mine');
    expect(within(tile).getByTestId('working-on')).toHaveTextContent('Read');
    await user.click(screen.getByRole('button', { name: 'I am working on “Read”' }));
    expect(session.sent[1]).toEqual({ event: 'task-work', payload: { taskId: null } });
  });

  it('shows what a finished focus phase booked', async () => {
    const { session } = await openTasks(two);
    const booked = tasksModel.reduce(two, {
      seq: 9,
      at: 2,
      by: 'system',
      type: 'task-booked',
      taskIds: [1, 2],
      focusedMs: 1_500_000,
    });
    act(() => session.store.setState({ tasks: booked }));
    const facts = screen.getAllByTestId('task-facts').map((each) => each.textContent);
    expect(facts).toEqual(['Ana Duarte · 2 of 4 focus phases', 'One focus phase']);
  });

  it('has a board that only I see, once that has come', async () => {
    const { session } = await openTasks(two);
    expect(screen.queryByTestId('tasks-own')).toBeNull();
    act(() => session.store.setState({ ownTasks: board() }));
    await user.click(screen.getByLabelText('Only mine'));
    expect(screen.getByTestId('tasks-empty')).toHaveTextContent('Nobody else sees');
    await user.type(screen.getByTestId('task-add'), 'Secret{Enter}');
    act(() =>
      session.store.setState({ ownTasks: { ...board(task(1, 'Secret')), working: { 'member-me': 1 } } }),
    );
    expect(screen.getAllByTestId('task-title')).toHaveLength(1);
    expect(screen.queryByTestId('tasks-filter')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'More for “Secret”' }));
    expect(screen.queryByText('Me')).toBeNull();
    await user.click(screen.getByText('Move to “Doing”'));
    await user.click(screen.getByRole('button', { name: 'I am working on “Secret”' }));
    expect(session.sent).toEqual([
      { event: 'task-add', payload: { title: 'Secret', private: true } },
      { event: 'task-move', payload: { taskId: 1, column: 'doing', before: null, private: true } },
      { event: 'task-work', payload: { taskId: null, private: true } },
    ]);
    expect(screen.queryByTestId('working-on')).toBeNull();
    await user.click(screen.getByLabelText('Of the room'));
    expect(screen.getAllByTestId('task-title')).toHaveLength(2);
  });

  it('has no serious accessibility finding', async () => {
    const { container, session } = await openTasks(two);
    expect(await seriousViolations(container)).toEqual([]);
    act(() => session.store.setState({ ownTasks: board(task(1, 'Secret')) }));
    await user.click(screen.getByLabelText('Only mine'));
    expect(await seriousViolations(container)).toEqual([]);
  });
});
