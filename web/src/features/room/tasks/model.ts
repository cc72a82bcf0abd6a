import type { PendingCommand } from '@/realtime/outbox';
import { isEventOf, type RoomEvent } from '@/realtime/schemas-log';
import type { TaskColumn, TasksView, TaskView } from '@/realtime/schemas-tasks';
import type { FeatureModel } from '../replica';

export const COLUMNS = ['todo', 'doing', 'done'] as const satisfies readonly TaskColumn[];

/** Who added what somebody added who is forgotten. */
const FORGOTTEN = 'forgotten';

export interface Task extends TaskView {
  /** It waits to be sent, and has a number below 0 until it has one of its own. */
  pending: boolean;
}

export interface TasksState {
  /** By column, then by place. */
  tasks: readonly Task[];
  /** The task that a member works on, by member. */
  working: Readonly<Record<string, number>>;
}

/** The room's task board. What many do at once counts in the order in which the server took it. */
export const tasksModel: FeatureModel<TasksState, TasksView> = {
  initial: ({ tasks, working }) => ({ tasks: tasks.map((task) => ({ ...task, pending: false })), working }),

  reduce(state, event) {
    if (event.type === 'session-ended') return withoutWork(state);
    if (event.type === 'history-forgotten')
      return changeAll(state, ({ taskId }) => taskId > 0 && taskId <= event.through, withoutAuthor);
    if (event.type === 'member-forgotten') return withoutMember(state, event.memberId);
    if (!isEventOf(event, 'task')) return state;
    switch (event.type) {
      case 'task-added':
        return add(state, added(event));
      case 'task-updated':
        return change(state, event.taskId, (task) => ({
          ...task,
          ...(event.title !== undefined && { title: event.title }),
          ...(event.estimate !== undefined && { estimate: event.estimate }),
        }));
      case 'task-assigned':
        return change(state, event.taskId, (task) => ({
          ...task,
          assignee: event.memberId ?? null,
          assigneeName: event.name ?? '',
        }));
      case 'task-moved':
        return move(state, event.taskId, event.column, event.before ?? null, event.doneAt ?? null);
      case 'task-removed':
        return remove(state, event.taskId);
      case 'task-worked':
        return event.memberId === undefined ? state : work(state, event.memberId, event.taskId ?? null);
      case 'task-booked':
        return event.taskIds.reduce(
          (booked, taskId) =>
            change(booked, taskId, (task) => ({
              ...task,
              phases: task.phases + 1,
              focusedMs: task.focusedMs + event.focusedMs,
            })),
          state,
        );
    }
  },

  optimistic(state, command) {
    const { event, payload, by, at } = command;
    const taskId = Number(payload.taskId);
    switch (event) {
      case 'task-add':
        return waiting(command, state).reduce(add, state);
      case 'task-update':
        return change(state, taskId, (task) => ({ ...task, ...changesIn(payload) }));
      case 'task-move': {
        const column = payload.column as TaskColumn;
        const before = typeof payload.before === 'number' ? payload.before : null;
        const since = find(state, taskId)?.doneAt ?? at;
        return move(state, taskId, column, before, column === 'done' ? since : null);
      }
      case 'task-remove':
        return remove(state, taskId);
      case 'task-work':
        return work(state, by, payload.taskId === null ? null : taskId);
      default:
        return state;
    }
  },
};

export function find(state: Pick<TasksState, 'tasks'>, taskId: number): Task | undefined {
  return state.tasks.find((task) => task.taskId === taskId);
}

export function inColumn(tasks: readonly Task[], column: TaskColumn): readonly Task[] {
  return tasks.filter((task) => task.column === column);
}

/** Puts a task at the end of its column. */
function add(state: TasksState, task: Task): TasksState {
  return find(state, task.taskId) === undefined ? { ...state, tasks: put(state.tasks, task, null) } : state;
}

/** Before another task of its column; at the column's end where that is not there. */
function put(tasks: readonly Task[], task: Task, before: number | null): readonly Task[] {
  const place = tasks.findIndex(({ taskId, column }) => taskId === before && column === task.column);
  if (place >= 0) return tasks.toSpliced(place, 0, task);
  const order = COLUMNS.indexOf(task.column);
  const end = tasks.findIndex(({ column }) => COLUMNS.indexOf(column) > order);
  return tasks.toSpliced(end < 0 ? tasks.length : end, 0, task);
}

function move(
  state: TasksState,
  taskId: number,
  column: TaskColumn,
  before: number | null,
  doneAt: number | null,
): TasksState {
  const task = find(state, taskId);
  if (task === undefined || (before === taskId && task.column === column)) return state;
  const others = state.tasks.filter((each) => each !== task);
  const moved = { ...state, tasks: put(others, { ...task, column, doneAt }, before) };
  return column === 'done' ? { ...moved, working: without(state.working, taskId) } : moved;
}

function remove(state: TasksState, taskId: number): TasksState {
  const tasks = state.tasks.filter((task) => task.taskId !== taskId);
  return tasks.length === state.tasks.length ? state : { tasks, working: without(state.working, taskId) };
}

function work(state: TasksState, memberId: string, taskId: number | null): TasksState {
  const others = Object.fromEntries(Object.entries(state.working).filter(([each]) => each !== memberId));
  return { ...state, working: taskId === null ? others : { ...others, [memberId]: taskId } };
}

function withoutWork(state: TasksState): TasksState {
  return Object.keys(state.working).length === 0 ? state : { ...state, working: {} };
}

function without(working: TasksState['working'], taskId: number): TasksState['working'] {
  return Object.fromEntries(Object.entries(working).filter(([, each]) => each !== taskId));
}

function withoutMember(state: TasksState, memberId: string): TasksState {
  const unassigned = changeAll(
    work(state, memberId, null),
    ({ assignee }) => assignee === memberId,
    (task) => ({ ...task, assignee: null, assigneeName: '' }),
  );
  return changeAll(unassigned, ({ by }) => by === memberId, withoutAuthor);
}

const withoutAuthor = (task: Task): Task => ({ ...task, by: FORGOTTEN });

function change(state: TasksState, taskId: number | undefined, to: (task: Task) => Task): TasksState {
  return changeAll(state, (task) => task.taskId === taskId, to);
}

function changeAll(state: TasksState, which: (task: Task) => boolean, to: (task: Task) => Task): TasksState {
  if (!state.tasks.some(which)) return state;
  return { ...state, tasks: state.tasks.map((task) => (which(task) ? to(task) : task)) };
}

const FRESH = { assignee: null, assigneeName: '', phases: 0, focusedMs: 0, pending: false };

function added(event: Extract<RoomEvent, { type: 'task-added' }>): Task {
  const { seq, at, by, title, column, estimate } = event;
  const doneAt = column === 'done' ? at : null;
  return { ...FRESH, taskId: seq, title, column, estimate: estimate ?? null, by, at, doneAt };
}

function waiting({ payload, by, at }: PendingCommand, state: TasksState): Task[] {
  const { title, titles, column } = payload;
  const first = Math.min(0, ...state.tasks.map(({ taskId }) => taskId)) - 1;
  return (Array.isArray(titles) ? titles : [title]).map((each, index) => ({
    ...FRESH,
    taskId: first - index,
    title: String(each),
    column: COLUMNS.find((known) => known === column) ?? 'todo',
    estimate: null,
    by,
    at,
    doneAt: null,
    pending: true,
  }));
}

function changesIn({ title, estimate, assignee }: PendingCommand['payload']): Partial<Task> {
  return {
    ...(typeof title === 'string' && { title }),
    ...(estimate !== undefined && { estimate: estimate as number | null }),
    ...(assignee !== undefined && { assignee: assignee as string | null, assigneeName: '' }),
  };
}
