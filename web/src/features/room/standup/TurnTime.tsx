import clsx from 'clsx';
import { Speech } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clockText } from '../timer/clock';
import type { StandupRound } from './model';
import { useTurnOf, useTurnSeconds } from './useTurn';

/** How long who speaks has to go, and that their time is over. */
export function TurnTime({ round, className }: { round: StandupRound; className?: string }) {
  const { t } = useTranslation();
  const seconds = useTurnSeconds(round);
  return (
    <span
      role="timer"
      aria-live="off"
      data-testid="turn-time"
      data-over={seconds === 0}
      className={clsx('tabular-nums', className)}
    >
      {seconds === 0 ? t('standup.over') : clockText(seconds)}
    </span>
  );
}

/** On the picture of who speaks. */
export function TurnMark({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  const round = useTurnOf(memberId);
  if (round === null) return null;
  return (
    <span
      data-testid="tile-turn"
      className="animate-rise flex h-8 items-center gap-1.5 rounded-full bg-[#f6c445] px-2.5 text-sm font-semibold text-[#2b1f00]"
    >
      <Speech className="size-4.5" role="img" aria-label={t('standup.speaks')} />
      <TurnTime round={round} />
    </span>
  );
}
