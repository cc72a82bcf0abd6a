import { useCallback, useEffect, useRef } from 'react';
import { useSession } from '../session-context';
import { useTypingPrivacy } from './writing';

/** Others forget it after 5 s; told again in good time before that. */
const RENEW_MS = 3_000;

/** Tells the others that we write, unless we would rather not. Call it with whether there is something in the field. */
export function useTyping(): (writing: boolean) => void {
  const session = useSession();
  const shown = useTypingPrivacy((state) => state.shown);
  const toldAt = useRef<number | null>(null);
  const tell = useCallback(
    (writing: boolean) => {
      const now = session.serverNow();
      if (writing && shown && (toldAt.current === null || now - toldAt.current >= RENEW_MS)) {
        toldAt.current = now;
        session.tell('typing', { where: 'chat', on: true });
      } else if (!writing && toldAt.current !== null) {
        toldAt.current = null;
        session.tell('typing', { where: 'chat', on: false });
      }
    },
    [session, shown],
  );
  useEffect(() => () => tell(false), [tell]);
  return tell;
}
