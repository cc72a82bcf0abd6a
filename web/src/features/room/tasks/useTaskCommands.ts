import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom, useSession } from '../session-context';
import type { Task } from './model';
import { stepped, tellable, type Direction, type Place } from './moves';

/**
 * What can be done on a board, the room's or our own, and what is said of moves to who cannot see them.
 */
export function useTaskCommands(tasks: readonly Task[], own: boolean) {
  const { t } = useTranslation();
  const session = useSession();
  const [said, setSaid] = useState('');
  const me = useRoom((state) => state.self?.memberId ?? '');

  const send = useCallback(
    (event: string, payload: Record<string, unknown>) =>
      void session.send(event, own ? { ...payload, private: true } : payload),
    [session, own],
  );
  const move = useCallback(
    ({ taskId, title }: Task, place: Place) => {
      send('task-move', { taskId, ...tellable(place) });
      setSaid(t('tasks.moved', { title, column: t(`tasks.columns.${place.column}`) }));
    },
    [send, t],
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
      /** Whether nobody else sees it. */
      own,
      /** One title or several, each a task. */
      add: (titles: readonly string[]) =>
        send('task-add', titles.length === 1 ? { title: titles[0] } : { titles }),
      move,
      step,
      update: (
        { taskId }: Task,
        change: { title?: string; estimate?: number | null; assignee?: string | null },
      ) => send('task-update', { taskId, ...change }),
      remove: ({ taskId }: Task) => send('task-remove', { taskId }),
      work: ({ taskId }: Task, on: boolean) => send('task-work', { taskId: on ? taskId : null }),
      me,
    }),
    [said, own, send, move, step, me],
  );
}

export type TaskCommands = ReturnType<typeof useTaskCommands>;
