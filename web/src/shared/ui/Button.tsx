import clsx from 'clsx';
import type { ComponentProps } from 'react';

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger';

const kinds: Record<Kind, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-strong',
  secondary: 'border border-line bg-surface text-ink hover:border-control',
  quiet: 'text-ink hover:bg-ink/8',
  danger: 'bg-danger text-danger-ink hover:bg-danger-strong',
};

export function buttonClass(kind: Kind = 'secondary', extra?: string): string {
  return clsx(
    'inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-4 text-[0.95rem] font-medium',
    'transition-colors disabled:cursor-not-allowed disabled:opacity-55',
    kinds[kind],
    extra,
  );
}

export function Button({
  kind,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { kind?: Kind }) {
  return <button type={type} className={buttonClass(kind, className)} {...rest} />;
}
