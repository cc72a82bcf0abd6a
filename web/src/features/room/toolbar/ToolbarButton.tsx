import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '@/shared/ui/Hint';

type Look = 'plain' | 'off' | 'active' | 'leave';

const looks: Record<Look, string> = {
  plain: 'bg-surface border-line text-ink hover:border-control',
  off: 'bg-danger-soft border-transparent text-danger hover:border-danger',
  active: 'bg-accent border-transparent text-accent-ink hover:bg-accent-strong',
  leave: 'bg-danger border-transparent text-danger-ink hover:bg-danger-strong sm:w-16',
};

interface ToolbarButtonProps extends ComponentProps<'button'> {
  icon: LucideIcon;
  label: string;
  shortcut?: string | undefined;
  look?: Look;
  /** Stands at the corner; none is not shown. */
  count?: number;
}

const COUNT_MAX = 99;

export function ToolbarButton({
  icon: Icon,
  label,
  shortcut,
  look = 'plain',
  count = 0,
  className,
  ...rest
}: ToolbarButtonProps) {
  const { t } = useTranslation();
  return (
    <Hint text={shortcut === undefined ? label : t('toolbar.withKey', { label, key: shortcut })}>
      <button
        type="button"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        className={clsx(
          'relative grid h-12 w-11 shrink-0 place-items-center rounded-2xl border transition-colors disabled:cursor-not-allowed disabled:opacity-45 sm:w-13',
          looks[look],
          className,
        )}
        {...rest}
      >
        <Icon className="size-5.5" aria-hidden="true" />
        {count > 0 && (
          <span
            aria-hidden="true"
            data-testid="unread-count"
            className="absolute -top-1.5 -right-1.5 grid h-5 min-w-5 place-items-center rounded-full bg-danger px-1 text-xs font-semibold text-danger-ink"
          >
            {count > COUNT_MAX ? `${COUNT_MAX}+` : count}
          </span>
        )}
      </button>
    </Hint>
  );
}
