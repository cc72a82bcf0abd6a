import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMemberName } from '../chat/people';
import { useRoom, useSession } from '../session-context';
import type { RoomSession } from '../session/types';
import { useTimerChoices } from '../timer/choices';
import { onWaking } from '../timer/on-waking';
import { chime } from '../timer/signals/chime';
import { speakerOf, type StandupRound } from './model';
import { useTurnSeconds } from './useTurn';

/** Whoever comes back after a while is not rung for what was over long ago. */
const NEWS_MS = 30_000;

/** A soft tone when a speaker's time is over, and words for who does not see it. */
export function StandupSignals() {
  const session = useSession();
  const round = useRoom((state) => state.standup?.round ?? null);
  useEffect(() => soundAtEnds(session), [session]);
  return (
    <p aria-live="polite" className="sr-only" data-testid="standup-announcer">
      {round !== null && <Turn round={round} />}
    </p>
  );
}

function Turn({ round }: { round: StandupRound }) {
  const { t } = useTranslation();
  const name = useMemberName(round.order[round.index] ?? '');
  const over = useTurnSeconds(round) === 0;
  return over ? t('standup.overFor', { name }) : t('standup.now', { name });
}

/** Sounds once for each turn; returns what stops it. */
export function soundAtEnds(session: RoomSession): () => void {
  let told = '';
  let timeout: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timeout);
    const { standup } = session.store.getState();
    const round = standup?.round ?? null;
    if (round === null) return;
    const left = round.endsAt - session.serverNow();
    const turn = `${round.seq} ${round.index} ${speakerOf(standup) ?? ''}`;
    if (left > 0) {
      timeout = setTimeout(look, left + 1);
    } else if (told !== turn) {
      told = turn;
      const { sound, volume } = useTimerChoices.getState();
      if (sound && -left <= NEWS_MS) chime('countdown', volume);
    }
  };
  look();
  const stopFollowing = session.store.subscribe((state, before) => {
    if (state.standup !== before.standup) look();
  });
  const stopWaking = onWaking(look);
  return () => {
    clearTimeout(timeout);
    stopFollowing();
    stopWaking();
  };
}
