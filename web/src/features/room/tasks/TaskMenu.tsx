import { EllipsisVertical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuChoice, MenuItem } from '@/shared/ui/Menu';
import { COLUMNS, type Task } from './model';
import type { Assignable } from './people';
import type { TaskCommands } from './useTaskCommands';

const ESTIMATES = [1, 2, 3, 4, 6, 8];
const NONE = '';

interface TaskMenuProps {
  task: Task;
  people: readonly Assignable[];
  does: TaskCommands;
  onRename: () => void;
}

/** What can be done with a task, also by a finger. */
export function TaskMenu({ task, people, does, onRename }: TaskMenuProps) {
  const { t } = useTranslation();
  const { title, assignee, estimate, column } = task;
  const estimates = ESTIMATES.includes(estimate ?? 1) ? ESTIMATES : [...ESTIMATES, estimate ?? 1];
  const steps = ['up', 'down'] as const;
  return (
    <Menu
      trigger={
        <button
          type="button"
          data-testid="task-menu"
          aria-label={t('tasks.menu', { title })}
          className="-mr-2 grid size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
        >
          <EllipsisVertical className="size-5" aria-hidden="true" />
        </button>
      }
    >
      <MenuItem onSelect={onRename}>{t('tasks.rename')}</MenuItem>
      {steps.map((direction) => (
        <MenuItem key={direction} onSelect={() => does.step(task, direction)}>
          {t(`tasks.move.${direction}`)}
        </MenuItem>
      ))}
      {COLUMNS.filter((each) => each !== column).map((each) => (
        <MenuItem key={each} onSelect={() => does.move(task, { column: each, before: null })}>
          {t('tasks.move.to', { column: t(`tasks.columns.${each}`) })}
        </MenuItem>
      ))}
      {!does.own && (
        <MenuChoice
          label={t('tasks.assign')}
          value={assignee ?? NONE}
          options={[
            { value: NONE, label: t('tasks.nobody') },
            ...people.map(({ memberId, name }) => ({
              value: memberId,
              label: memberId === does.me ? t('tasks.me') : name || t('room.unnamed'),
            })),
          ]}
          onChoose={(chosen) => does.update(task, { assignee: chosen === NONE ? null : chosen })}
        />
      )}
      <MenuChoice
        label={t('tasks.estimate')}
        value={estimate === null ? NONE : String(estimate)}
        options={[
          { value: NONE, label: t('tasks.noEstimate') },
          ...estimates.map((count) => ({ value: String(count), label: t('tasks.phases', { count }) })),
        ]}
        onChoose={(chosen) => does.update(task, { estimate: chosen === NONE ? null : Number(chosen) })}
      />
      <MenuItem onSelect={() => does.remove(task)}>{t('tasks.remove')}</MenuItem>
    </Menu>
  );
}
