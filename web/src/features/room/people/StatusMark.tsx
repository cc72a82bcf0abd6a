import { CircleDot, CircleCheck, Coffee, Moon, type LucideIcon } from 'lucide-react';
import type { MemberStatus } from '../session/types';

export const statuses = ['available', 'focusing', 'break', 'away'] as const satisfies readonly MemberStatus[];

const icons: Record<MemberStatus, LucideIcon> = {
  focusing: CircleDot,
  available: CircleCheck,
  break: Coffee,
  away: Moon,
};

/** A sign for what somebody does; the word stands beside it. */
export function StatusMark({ status }: { status: MemberStatus }) {
  const Icon = icons[status];
  return (
    <Icon
      aria-hidden="true"
      className={`size-3.5 shrink-0 ${status === 'focusing' ? 'text-accent' : 'text-muted'}`}
    />
  );
}
