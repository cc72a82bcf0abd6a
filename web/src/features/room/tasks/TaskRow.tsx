import clsx from 'clsx';
import { Target } from 'lucide-react';
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from './model';
import { directionOf } from './moves';
import type { Assignable } from './people';
import { TaskMenu } from './TaskMenu';
import { TitleField } from './TitleField';
import type { TaskCommands } from './useTaskCommands';

interface TaskRowProps {
  task: Task;
  working: boolean;
  people: readonly Assignable[];
  does: TaskCommands;
  onDrop: (event: DragEvent) => void;
}

/** The kind of what is dragged: only the board's own tasks are taken. */
export const DRAGGED = 'application/x-focusly-task';

/** One task. Its title is a button: Enter edits it, Alt with arrows moves the task. */
export function TaskRow({ task, working, people, does, onDrop }: TaskRowProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const returning = useRef(false);
  const { taskId, title, pending, assignee } = task;
  const pressed = (event: KeyboardEvent): void => {
    const direction = directionOf(event);
    if (direction === null || pending) return;
    event.preventDefault();
    does.step(task, direction);
  };
  return (
    // By pointer alone; keys and the menu have ways of their own.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      data-testid="task"
      data-task-id={taskId}
      draggable={!pending && !editing}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(DRAGGED, String(taskId));
        dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      className={clsx(
        'flex min-h-12 items-center gap-1 rounded-xl border border-line bg-raised pl-3',
        pending && 'opacity-60',
      )}
    >
      {editing ? (
        <TitleField
          title={title}
          onDone={(changed, byKey) => {
            returning.current = byKey;
            setEditing(false);
            if (changed !== null) does.update(task, { title: changed });
          }}
        />
      ) : (
        <button
          type="button"
          id={`task-${String(taskId)}`}
          ref={(element) => {
            if (element === null || !returning.current) return;
            returning.current = false;
            element.focus();
          }}
          aria-disabled={pending}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight"
          onClick={() => !pending && setEditing(true)}
          onKeyDown={pressed}
          data-testid="task-title"
          className="min-h-11 min-w-0 flex-1 rounded-lg py-1.5 text-left"
        >
          <span className="block text-[0.95rem] break-words">{title}</span>
          <Facts task={task} name={people.find(({ memberId }) => memberId === assignee)?.name ?? ''} />
        </button>
      )}
      {!pending && task.column !== 'done' && (
        <button
          type="button"
          aria-pressed={working}
          aria-label={t('tasks.work', { title })}
          title={t('tasks.workHint')}
          onClick={() => does.work(task, !working)}
          data-testid="task-work"
          className={clsx(
            'grid size-11 shrink-0 place-items-center rounded-xl hover:bg-ink/8',
            working ? 'bg-accent-soft text-accent' : 'text-muted',
          )}
        >
          <Target className="size-5" aria-hidden="true" />
        </button>
      )}
      {!pending && <TaskMenu task={task} people={people} does={does} onRename={() => setEditing(true)} />}
    </li>
  );
}

function Facts({ task: { assignee, phases, estimate }, name }: { task: Task; name: string }) {
  const { t } = useTranslation();
  const facts = [
    ...(assignee === null ? [] : [name || t('room.unnamed')]),
    ...(estimate !== null
      ? [t('tasks.progress', { phases, count: estimate })]
      : phases > 0
        ? [t('tasks.phases', { count: phases })]
        : []),
  ];
  if (facts.length === 0) return null;
  return (
    <span className="block truncate text-xs text-muted" data-testid="task-facts">
      {facts.join(' · ')}
    </span>
  );
}
