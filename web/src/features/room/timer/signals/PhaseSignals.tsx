import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom, useSession } from '../../session-context';
import { useTimerChoices } from '../choices';
import { isNewPhase } from '../clock';
import { Sentence } from '../LastDoing';
import type { Doing } from '../model';
import { onWaking } from '../on-waking';
import { roomName } from '../room-name';
import { chime } from './chime';
import { NOTHING_WATCHED, watchPhase, type EndedPhase } from './phase-ends';
import { showSystemNotice } from './system-notice';

/** Sounds and shows the end of a phase, and says what happens to the timer to who does not see it. */
export function PhaseSignals() {
  useEndSignals();
  return <TimerAnnouncer />;
}

function useEndSignals(): void {
  const { t } = useTranslation();
  const session = useSession();
  useEffect(() => {
    let watch = NOTHING_WATCHED;
    let timeout: ReturnType<typeof setTimeout> | undefined;
    const tell = ({ phase, next, goesOn }: EndedPhase): void => {
      const { sound, volume, notify } = useTimerChoices.getState();
      if (sound) chime(phase === 'focus' ? 'focus' : 'break', volume);
      if (!notify) return;
      const state = session.store.getState();
      const { roomId } = state;
      const follows = t(goesOn ? 'timer.begins' : 'timer.upNext', { phase: t(`timer.phase.${next}`) });
      const room = roomName(state);
      void showSystemNotice({
        title: t(`timer.over.${phase}`),
        body: `${follows} · ${room}`,
        tag: `focusly-timer-${roomId}`,
      });
    };
    const look = (): void => {
      const { timer, status } = session.store.getState();
      const now = session.serverNow();
      const seen = watchPhase(watch, { timer, now, connected: status === 'connected' });
      watch = seen.watch;
      clearTimeout(timeout);
      const endsAt = timer?.endsAt ?? null;
      if (endsAt !== null && endsAt > now) timeout = setTimeout(look, endsAt - now + 1);
      if (seen.ended !== null) tell(seen.ended);
    };
    look();
    const stopFollowing = session.store.subscribe((state, before) => {
      if (state.timer !== before.timer || state.status !== before.status) look();
    });
    const stopWaking = onWaking(look);
    return () => {
      clearTimeout(timeout);
      stopFollowing();
      stopWaking();
    };
  }, [session, t]);
}

/** Silent about what was before we came, and about settings. */
function TimerAnnouncer() {
  const { t } = useTranslation();
  const { store } = useSession();
  const phase = useRoom(({ timer }) => timer?.phase ?? 'idle');
  const [doing, setDoing] = useState<Doing | null>(null);
  useEffect(
    () =>
      store.subscribe(({ timer }, { timer: before }) => {
        if (timer === before || timer === null || before === null || timer.doing === null) return;
        const happened =
          timer.phase !== before.phase || timer.paused !== before.paused || isNewPhase(before, timer);
        if (happened) setDoing(timer.doing);
      }),
    [store],
  );
  return (
    <p aria-live="polite" className="sr-only" data-testid="timer-announcer">
      {doing !== null && (
        <>
          {t(`timer.phase.${phase}`)}. <Sentence doing={doing} />
        </>
      )}
    </p>
  );
}
