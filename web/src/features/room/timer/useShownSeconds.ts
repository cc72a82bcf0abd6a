import { useCallback, useSyncExternalStore } from 'react';
import { useSession } from '../session-context';
import { shownSeconds, untilNextSecond, type Clock } from './clock';
import { onWaking } from './on-waking';

/** A timer that fires too early by a rounding would find the second before. */
const AFTER_MS = 1;

/**
 * The seconds that the phase has to go; draws again whenever they change. They are read off the clock at each drawing, so
 * that a page which slept for an hour is right as soon as it draws.
 */
export function useShownSeconds(timer: Clock): number | null {
  const session = useSession();
  const follow = useCallback(
    (changed: () => void) => {
      let timeout: ReturnType<typeof setTimeout> | undefined;
      const plan = (): void => {
        const wait = untilNextSecond(timer, session.serverNow());
        if (wait !== null) timeout = setTimeout(tick, wait + AFTER_MS);
      };
      const tick = (): void => {
        clearTimeout(timeout);
        changed();
        plan();
      };
      plan();
      const stopWaking = onWaking(tick);
      return () => {
        clearTimeout(timeout);
        stopWaking();
      };
    },
    [session, timer],
  );
  return useSyncExternalStore(follow, () => shownSeconds(timer, session.serverNow()));
}
