import { ArrowUp, Play } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { useMemberNames } from '../chat/people';
import { useRoom, useSession } from '../session-context';
import { leadObstacle } from './turns';

const LEAST_SECONDS = 15;
const MOST_SECONDS = 600;
const USUAL_SECONDS = 120;
const SPEAKERS_MAX = 100;

/** The order and the time, before a round begins. */
export function StartRound() {
  const { t } = useTranslation();
  const session = useSession();
  const id = useId();
  const obstacle = useRoom(leadObstacle);
  const { order, moveUp } = useOrder();
  const names = useMemberNames(order);
  const [seconds, setSeconds] = useState(String(USUAL_SECONDS));
  const wanted = Number(seconds);
  const valid = Number.isInteger(wanted) && wanted >= LEAST_SECONDS && wanted <= MOST_SECONDS;
  if (obstacle !== null)
    return (
      <p className="text-sm text-muted" data-testid="standup-obstacle">
        {obstacle === 'ownersOnly' ? t('standup.ownersOnly') : t('standup.disconnected')}
      </p>
    );
  return (
    <form
      className="grid gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (valid)
          void session.send('standup-start', { seconds: wanted, order: order.slice(0, SPEAKERS_MAX) });
      }}
    >
      <p className="text-sm text-muted">{t('standup.empty')}</p>
      <ol className="grid gap-0.5" aria-label={t('standup.order')} data-testid="standup-order">
        {order.map((memberId, index) => (
          <li key={memberId} className="flex min-h-11 items-center gap-2.5 text-sm">
            <span className="w-5 text-right text-muted tabular-nums">{index + 1}</span>
            <span className="min-w-0 flex-1 truncate">{names[index]}</span>
            {index > 0 && (
              <button
                type="button"
                aria-label={t('standup.moveUp', { name: names[index] })}
                onClick={() => moveUp(memberId)}
                className="grid size-11 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
              >
                <ArrowUp className="size-4.5" aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ol>
      <label className="flex items-center justify-between gap-3 text-sm" htmlFor={id}>
        {t('standup.seconds')}
        <input
          id={id}
          inputMode="numeric"
          value={seconds}
          onChange={({ target }) => setSeconds(target.value)}
          aria-invalid={!valid}
          aria-describedby={`${id}-error`}
          data-testid="standup-seconds"
          className="min-h-11 w-24 rounded-xl border border-control bg-surface px-3 text-right tabular-nums aria-invalid:border-danger"
        />
      </label>
      <p id={`${id}-error`} role="alert" className="text-sm text-danger empty:hidden">
        {!valid && t('standup.secondsInvalid', { least: LEAST_SECONDS, most: MOST_SECONDS })}
      </p>
      <Button type="submit" kind="primary" disabled={!valid} data-testid="standup-start">
        <Play className="size-4.5" aria-hidden="true" />
        {t('standup.start')}
      </Button>
    </form>
  );
}

/** Who is here, as they came, but for those whom somebody moved up. */
function useOrder() {
  const self = useRoom((state) => state.self);
  const others = useRoom((state) => state.others);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const order = useMemo(() => {
    const people = self === null ? [...others] : [self, ...others];
    const came = [...new Set(people.sort((a, b) => a.joinedAt - b.joinedAt).map((one) => one.memberId))];
    const known = chosen.filter((memberId) => came.includes(memberId));
    return [...known, ...came.filter((memberId) => !known.includes(memberId))];
  }, [self, others, chosen]);
  const moveUp = (memberId: string): void => {
    const at = order.indexOf(memberId);
    const before = order[at - 1];
    if (before !== undefined) setChosen(order.with(at - 1, memberId).with(at, before));
  };
  return { order, moveUp };
}
