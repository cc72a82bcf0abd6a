import { z } from '@/shared/schema';
import { refusalSchema } from './schemas-refusal';

/** The task board as the server tells it. A task's number is that of the event that added it. */

const TASKS_MAX = 1_000;
const WORKING_MAX = 1_000;

const memberId = z.string().min(1).max(256);
const taskId = z.number().int().positive();
const time = z.number().nonnegative();
const count = z.number().int().nonnegative();
const title = z.string().max(1_000);
const name = z.string().max(256);
const column = z.enum(['todo', 'doing', 'done']);
const estimate = z.number().int().positive().nullable();

const taskSchema = z
  .object({
    taskId,
    title,
    column,
    estimate: estimate.catch(null),
    assignee: memberId.nullable().catch(null),
    assigneeName: name.optional(),
    phases: count,
    focusedMs: time,
    by: z.string().max(256),
    at: time,
    doneAt: time.optional(),
  })
  .transform(({ assigneeName, doneAt, ...task }) => ({
    ...task,
    assigneeName: assigneeName ?? '',
    doneAt: doneAt ?? null,
  }));

const view = {
  tasks: z.array(taskSchema).max(TASKS_MAX),
  working: z
    .record(memberId, taskId)
    .refine((given) => Object.keys(given).length <= WORKING_MAX, 'too many at work')
    .catch({}),
};
export const tasksViewSchema = z.object(view);

/** A member's own board, with its place in a log of its own. */
export const ownTasksSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    epoch: z.string().max(128),
    seq: z.number().int().nonnegative(),
    ...view,
  }),
  refusalSchema,
]);

/** What a later event overwrote carries less than it once did. */
export const taskBodies = [
  z.object({
    type: z.literal('task-added'),
    title: title.catch(''),
    column: column.catch('todo'),
    estimate: estimate.optional(),
  }),
  z.object({
    type: z.literal('task-updated'),
    taskId: taskId.optional(),
    title: title.optional(),
    estimate: estimate.optional(),
  }),
  z.object({
    type: z.literal('task-assigned'),
    taskId: taskId.optional(),
    memberId: memberId.nullish(),
    name: name.optional(),
  }),
  z.object({
    type: z.literal('task-moved'),
    taskId,
    column,
    before: taskId.nullish(),
    doneAt: time.optional(),
  }),
  z.object({ type: z.literal('task-removed'), taskId }),
  z.object({ type: z.literal('task-worked'), memberId: memberId.optional(), taskId: taskId.nullish() }),
  z.object({ type: z.literal('task-booked'), taskIds: z.array(taskId).max(TASKS_MAX), focusedMs: time }),
] as const;

export type TaskColumn = z.infer<typeof column>;
export type TaskView = z.infer<typeof taskSchema>;
export type TasksView = z.infer<typeof tasksViewSchema>;
