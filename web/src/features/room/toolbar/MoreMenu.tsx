import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { PreferenceChoices } from '@/shared/ui/Preferences';
import { StatusChoice } from '../people/StatusMenu';
import { CountMark } from './CountMark';
import type { Extra } from './extras';

export function MoreMenu({ extras, count }: { extras: Extra[]; count: number }) {
  const { t } = useTranslation();
  return (
    <Menu
      trigger={
        <button
          type="button"
          data-testid="toolbar-more"
          aria-label={count > 0 ? t('toolbar.moreNew', { count }) : t('toolbar.more')}
          title={t('toolbar.more')}
          className="relative grid h-12 w-11 shrink-0 place-items-center rounded-2xl border border-line bg-surface hover:border-control sm:w-13"
        >
          <Ellipsis className="size-5.5" aria-hidden="true" />
          <CountMark count={count} />
        </button>
      }
    >
      {extras.map(({ testId, icon: Icon, label, run }) => (
        <MenuItem key={testId} data-testid={testId} onSelect={run}>
          <Icon className="size-4.5 text-muted" aria-hidden="true" />
          {label}
        </MenuItem>
      ))}
      <DropdownMenu.Separator className="mx-2 my-1 h-px bg-line" />
      <StatusChoice />
      <PreferenceChoices />
    </Menu>
  );
}
