import { useTranslation } from 'react-i18next';
import { useMemberName } from '../chat/people';
import { useRoom } from '../session-context';
import { SYSTEM, type Doing, type TimerState } from './model';

/** Who did the last thing, and what it was. */
export function LastDoing({ timer }: { timer: TimerState }) {
  return (
    <p className="min-h-6 pt-2 text-sm text-muted" data-testid="timer-doing">
      {timer.doing !== null && <Sentence doing={timer.doing} />}
    </p>
  );
}

export function Sentence({ doing }: { doing: Doing }) {
  return <>{useSentence(doing)}</>;
}

function useSentence({ what, by, minutes }: Doing): string {
  const { t } = useTranslation();
  const mine = useRoom(({ self }) => self?.memberId === by);
  const name = useMemberName(by);
  if (by === SYSTEM)
    return t(what === 'ended' || what === 'reset' ? `timer.itself.${what}` : 'timer.itself.began');
  const whose = mine ? 'timer.you' : 'timer.did';
  if (what === 'extended' && minutes !== undefined) return t(`${whose}.extendedBy`, { name, count: minutes });
  return t(`${whose}.${what}`, { name });
}
