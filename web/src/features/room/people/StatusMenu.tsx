import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuChoice } from '@/shared/ui/Menu';
import { useRoom, useSession } from '../session-context';
import type { MemberStatus } from '../session/types';
import { StatusMark, statuses } from './StatusMark';

/** What one does oneself, as the others see it, and the choice of it. */
export function StatusMenu() {
  const { t } = useTranslation();
  const shown = useRoom((state) => state.self?.status ?? state.chosenStatus);
  const word = t(`people.status.${shown}`);
  return (
    <Menu
      trigger={
        <button
          type="button"
          data-testid="own-status"
          aria-label={t('people.status.change', { status: word })}
          className="-ml-2 flex min-h-11 items-center gap-1.5 rounded-lg px-2 text-xs font-medium text-muted hover:bg-ink/8 hover:text-ink"
        >
          <StatusMark status={shown} />
          {word}
          <ChevronDown className="size-3.5" aria-hidden="true" />
        </button>
      }
    >
      <StatusChoice />
    </Menu>
  );
}

/** The choice alone, as a part of a menu that has other items too. */
export function StatusChoice() {
  const { t } = useTranslation();
  const session = useSession();
  const chosen = useRoom((state) => state.chosenStatus);
  return (
    <MenuChoice
      label={t('people.status.label')}
      value={chosen}
      options={statuses.map((value) => ({ value, label: t(`people.status.${value}`) }))}
      onChoose={(value) => isStatus(value) && session.setStatus(value)}
    />
  );
}

function isStatus(value: string): value is MemberStatus {
  return (statuses as readonly string[]).includes(value);
}
