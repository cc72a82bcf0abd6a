import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '@/shared/ui/Hint';
import { CountMark } from './CountMark';

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
  /** Why it does nothing now; pressing it tells the same. */
  reason?: string | undefined;
  look?: Look;
  /** Stands at the corner; none is not shown. */
  count?: number;
}

export function ToolbarButton({
  icon: Icon,
  label,
  shortcut,
  reason,
  look = 'plain',
  count = 0,
  className,
  ...rest
}: ToolbarButtonProps) {
  const { t } = useTranslation();
  const hint = reason ?? (shortcut === undefined ? label : t('toolbar.withKey', { label, key: shortcut }));
  return (
    <Hint text={hint}>
      <button
        type="button"
        aria-label={reason === undefined ? label : `${label}: ${reason}`}
        aria-disabled={reason !== undefined || undefined}
        aria-keyshortcuts={shortcut}
        className={clsx(
          'relative grid h-12 w-11 shrink-0 place-items-center rounded-2xl border transition-colors disabled:cursor-not-allowed disabled:opacity-45 aria-disabled:cursor-not-allowed aria-disabled:opacity-60 sm:w-13',
          looks[look],
          className,
        )}
        {...rest}
      >
        <Icon className="size-5.5" aria-hidden="true" />
        <CountMark count={count} />
      </button>
    </Hint>
  );
}
