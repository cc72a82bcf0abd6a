import clsx from 'clsx';
import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskColumn } from '@/realtime/schemas-tasks';
import { useRoom } from '../session-context';
import { AddTask } from './AddTask';
import { COLUMNS, inColumn, type Task, type TasksState } from './model';
import { useAssignable, type Assignable } from './people';
import { DRAGGED, TaskRow } from './TaskRow';
import { useTaskCommands, type TaskCommands } from './useTaskCommands';

/** The room's task board and our own: their columns side by side where the panel is wide. */
export function TasksPanel() {
  const { t } = useTranslation();
  const [own, setOwn] = useState(false);
  const tasks = useRoom((state) => state.tasks);
  const ownTasks = useRoom((state) => state.ownTasks);
  if (tasks === null) return <p className="py-2 text-sm text-muted">{t('tasks.unavailable')}</p>;
  return (
    <div className="@container grid gap-3">
      {ownTasks !== null && <WhoseBoard own={own} onChoose={setOwn} />}
      {own && ownTasks !== null ? (
        <Board key="own" state={ownTasks} own />
      ) : (
        <Board key="room" state={tasks} own={false} />
      )}
    </div>
  );
}

function WhoseBoard({ own, onChoose }: { own: boolean; onChoose: (own: boolean) => void }) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className="grid grid-cols-2 gap-1 rounded-xl bg-ink/6 p-1">
      <legend className="sr-only">{t('tasks.whose')}</legend>
      {[false, true].map((each) => (
        <label
          key={String(each)}
          className={clsx(
            'grid min-h-11 cursor-pointer place-items-center rounded-lg px-2 text-center text-sm font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent',
            each === own ? 'bg-raised shadow-sm' : 'text-muted',
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={each === own}
            onChange={() => onChoose(each)}
            data-testid={each ? 'tasks-own' : 'tasks-room'}
          />
          {t(each ? 'tasks.own' : 'tasks.room')}
        </label>
      ))}
    </fieldset>
  );
}

const EVERYONE = '';

function Board({ state: { tasks, working }, own }: { state: TasksState; own: boolean }) {
  const { t } = useTranslation();
  const people = useAssignable(tasks);
  const does = useTaskCommands(tasks, own);
  const [chosen, setChosen] = useState(EVERYONE);
  const of = people.some(({ memberId }) => memberId === chosen) ? chosen : EVERYONE;
  const shown = of === EVERYONE ? tasks : tasks.filter(({ assignee }) => assignee === of);
  const board = useKeptFocus(tasks);
  return (
    <div ref={board} className="grid gap-3" data-testid="tasks-panel">
      <AddTask add={does.add} />
      {tasks.length === 0 ? (
        <p className="text-sm text-muted" data-testid="tasks-empty">
          {t(own ? 'tasks.ownEmpty' : 'tasks.empty')}
        </p>
      ) : (
        <>
          {!own && <PersonFilter people={people} of={of} onChoose={setChosen} />}
          <div className="grid gap-3 @xl:grid-cols-3 @xl:items-start">
            {COLUMNS.map((column) => (
              <Column
                key={column}
                column={column}
                tasks={inColumn(shown, column)}
                all={tasks}
                mine={working[does.me]}
                people={people}
                does={does}
              />
            ))}
          </div>
        </>
      )}
      <p className="sr-only" role="status" data-testid="tasks-said">
        {does.said}
      </p>
    </div>
  );
}

interface PersonFilterProps {
  people: readonly Assignable[];
  of: string;
  onChoose: (memberId: string) => void;
}

function PersonFilter({ people, of, onChoose }: PersonFilterProps) {
  const { t } = useTranslation();
  return (
    <label className="flex items-center gap-2 text-sm">
      <span className="text-muted">{t('tasks.filter')}</span>
      <select
        value={of}
        onChange={({ target }) => onChoose(target.value)}
        data-testid="tasks-filter"
        className="min-h-11 min-w-0 flex-1 rounded-xl border border-control bg-surface px-2"
      >
        <option value={EVERYONE}>{t('tasks.everyone')}</option>
        {people.map(({ memberId, name }) => (
          <option key={memberId} value={memberId}>
            {name || t('room.unnamed')}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ColumnProps {
  column: TaskColumn;
  tasks: readonly Task[];
  all: readonly Task[];
  mine: number | undefined;
  people: readonly Assignable[];
  does: TaskCommands;
}

function Column({ column, tasks, all, mine, people, does }: ColumnProps) {
  const { t } = useTranslation();
  const drop = (event: DragEvent, before: number | null): void => {
    const dragged = all.find(({ taskId }) => String(taskId) === event.dataTransfer.getData(DRAGGED));
    event.preventDefault();
    event.stopPropagation();
    if (dragged !== undefined && dragged.taskId !== before) does.move(dragged, { column, before });
  };
  return (
    // By pointer alone; keys and the menu have ways of their own.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={t(`tasks.columns.${column}`)}
      data-testid={`tasks-${column}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => drop(event, null)}
    >
      <h3 className="flex items-baseline gap-2 pb-1 text-sm font-semibold">
        {t(`tasks.columns.${column}`)}
        <span className="text-xs font-normal text-muted">{tasks.length}</span>
      </h3>
      {tasks.length === 0 ? (
        <p className="rounded-xl border border-dashed border-line px-3 py-2 text-sm text-muted">
          {t(`tasks.columnEmpty.${column}`)}
        </p>
      ) : (
        <ul className="grid gap-1.5">
          {tasks.map((task) => (
            <TaskRow
              key={task.taskId}
              task={task}
              working={mine === task.taskId}
              people={people}
              does={does}
              onDrop={(event) => drop(event, task.taskId)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** A task that a key moves to another column is drawn anew there: the focus goes with it. */
function useKeptFocus(tasks: readonly Task[]) {
  const board = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  useEffect(() => {
    const element = board.current;
    if (element === null) return undefined;
    const remember = (event: FocusEvent): void => {
      focused.current = event.target instanceof Element ? event.target.id : null;
    };
    element.addEventListener('focusin', remember);
    return () => element.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    const id = focused.current;
    const lost = document.activeElement === document.body;
    if (lost && id?.startsWith('task-') === true) document.getElementById(id)?.focus();
  }, [tasks]);
  return board;
}
