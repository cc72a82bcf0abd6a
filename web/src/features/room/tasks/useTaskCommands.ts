import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom, useSession } from '../session-context';
import type { Task } from './model';
import { stepped, tellable, type Direction, type Place } from './moves';

/** What can be done with a task that is there, and what is said of its moves to who cannot see them. */
export function useTaskCommands(tasks: readonly Task[]) {
  const { t } = useTranslation();
  const session = useSession();
  const [said, setSaid] = useState('');
  const me = useRoom((state) => state.self?.memberId ?? '');

  const move = useCallback(
    ({ taskId, title }: Task, place: Place) => {
      void session.send('task-move', { taskId, ...tellable(place) });
      setSaid(t('tasks.moved', { title, column: t(`tasks.columns.${place.column}`) }));
    },
    [session, t],
  );
  const step = useCallback(
    (task: Task, direction: Direction) => {
      const place = stepped(tasks, task, direction);
      if (place === null) setSaid(t('tasks.atEdge', { title: task.title }));
      else move(task, place);
    },
    [tasks, move, t],
  );
  return useMemo(
    () => ({
      said,
      move,
      step,
      update: (
        { taskId }: Task,
        change: { title?: string; estimate?: number | null; assignee?: string | null },
      ) => void session.send('task-update', { taskId, ...change }),
      remove: ({ taskId }: Task) => void session.send('task-remove', { taskId }),
      work: ({ taskId }: Task, on: boolean) => void session.send('task-work', { taskId: on ? taskId : null }),
      me,
    }),
    [said, move, step, session, me],
  );
}

export type TaskCommands = ReturnType<typeof useTaskCommands>;
