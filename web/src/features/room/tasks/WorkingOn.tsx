import { Target } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../session-context';
import { find } from './model';

/** What a member works on, in few words; nothing where that is nothing. */
export function WorkingOn({ memberId, className }: { memberId: string; className: string }) {
  const { t } = useTranslation();
  const title = useRoom(({ tasks }) => {
    const taskId = tasks?.working[memberId];
    return tasks === null || taskId === undefined ? null : (find(tasks, taskId)?.title ?? null);
  });
  if (title === null) return null;
  return (
    <span className={className} data-testid="working-on">
      <Target className="size-3.5 shrink-0" role="img" aria-label={t('tasks.worksOn')} />
      <span className="truncate">{title}</span>
    </span>
  );
}
