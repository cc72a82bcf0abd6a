import type { TaskColumn } from '@/realtime/schemas-tasks';
import { COLUMNS, inColumn, type Task } from './model';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Where a task goes: before another one, or to the end of a column. */
export interface Place {
  column: TaskColumn;
  before: number | null;
}

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** What a key means on a task: with Alt, arrows move it. */
export function directionOf({ key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>): Direction | null {
  return altKey ? (directions[key] ?? null) : null;
}

/** The place one step away, or null at the board's edge. */
export function stepped(tasks: readonly Task[], task: Task, direction: Direction): Place | null {
  const { column, taskId } = task;
  if (direction === 'left' || direction === 'right') {
    const next = COLUMNS[COLUMNS.indexOf(column) + (direction === 'left' ? -1 : 1)];
    return next === undefined ? null : { column: next, before: null };
  }
  const mates = inColumn(tasks, column);
  const index = mates.findIndex((mate) => mate.taskId === taskId);
  if (direction === 'up') {
    const above = mates[index - 1];
    return above === undefined ? null : { column, before: above.taskId };
  }
  if (index === mates.length - 1) return null;
  return { column, before: mates[index + 2]?.taskId ?? null };
}

/** What the server can be told: a task that waits to be sent has no number that it knows. */
export function tellable({ column, before }: Place): Place {
  return { column, before: before !== null && before > 0 ? before : null };
}
