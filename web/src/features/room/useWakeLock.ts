import { useEffect } from 'react';

/** Keeps the screen on during the call. Browsers drop the lock of a hidden page, so it is asked for again. */
export function useWakeLock(): void {
  useEffect(() => {
    const wakeLock = navigator.wakeLock as WakeLock | undefined;
    if (!wakeLock) return undefined;
    let ended = false;
    let lock: WakeLockSentinel | null = null;
    const acquire = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      // Refused on low battery: the call works without.
      const acquired = await wakeLock.request('screen').catch(() => null);
      if (ended) await acquired?.release();
      else lock = acquired;
    };
    const becameVisible = (): void => void acquire();
    void acquire();
    document.addEventListener('visibilitychange', becameVisible);
    return () => {
      ended = true;
      document.removeEventListener('visibilitychange', becameVisible);
      void lock?.release();
    };
  }, []);
}
