import clsx from 'clsx';
import { SkipForward, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { useMemberNames } from '../chat/people';
import { useRoom, useSession } from '../session-context';
import type { StandupRound } from './model';
import { TurnTime } from './TurnTime';
import { leadObstacle, mayPassOn, passOn } from './turns';
import { useTurnSeconds } from './useTurn';

/** Who speaks, for how long still, and who comes after. */
export function RunningRound({ round }: { round: StandupRound }) {
  const { t } = useTranslation();
  const session = useSession();
  const names = useMemberNames(round.order);
  const passing = useRoom(mayPassOn);
  const obstacle = useRoom(leadObstacle);
  const over = useTurnSeconds(round) === 0;
  const isLast = round.index === round.order.length - 1;
  return (
    <section className="grid gap-3" data-testid="standup-round" data-index={round.index}>
      <div
        className={clsx(
          'grid gap-0.5 rounded-2xl p-4 text-center transition-colors',
          over ? 'bg-[#f6c445] text-[#2b1f00]' : 'bg-accent-soft',
        )}
      >
        <p className="text-sm">{t('standup.speaks')}</p>
        <p className="truncate text-lg font-semibold" data-testid="standup-speaker">
          {names[round.index]}
        </p>
        <TurnTime round={round} className={over ? 'text-lg font-semibold' : 'text-4xl font-semibold'} />
      </div>
      <ol className="grid gap-0.5" aria-label={t('standup.order')}>
        {round.order.map((memberId, index) => (
          <li
            key={memberId}
            aria-current={index === round.index ? 'step' : undefined}
            className={clsx(
              'flex min-h-9 items-center gap-2.5 rounded-lg px-2 text-sm',
              index === round.index && 'bg-accent-soft font-semibold',
              index < round.index && 'text-muted line-through',
            )}
          >
            <span className="w-5 text-right text-muted tabular-nums">{index + 1}</span>
            <span className="truncate">{names[index]}</span>
          </li>
        ))}
      </ol>
      {passing && (
        <Button
          kind="primary"
          data-testid="standup-next"
          aria-keyshortcuts="N"
          onClick={() => passOn(session)}
        >
          <SkipForward className="size-4.5" aria-hidden="true" />
          {isLast ? t('standup.finish') : t('standup.next')}
        </Button>
      )}
      {obstacle === null && (
        <Button data-testid="standup-end" onClick={() => void session.send('standup-end', {})}>
          <Square className="size-4" aria-hidden="true" />
          {t('standup.end')}
        </Button>
      )}
      {obstacle === 'disconnected' && <p className="text-sm text-muted">{t('standup.disconnected')}</p>}
    </section>
  );
}
