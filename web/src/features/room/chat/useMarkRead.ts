import { useEffect } from 'react';
import { useSession } from '../session-context';
import type { ChatState } from './model';

/** What is at the end of the list, on a page that is being looked at, has been read. */
export function useMarkRead(chat: ChatState, atEnd: boolean): void {
  const session = useSession();
  const latest = chat.messages.findLast(({ messageId }) => messageId > 0)?.messageId ?? 0;
  useEffect(() => {
    if (!atEnd) return;
    const look = (): void => {
      if (document.visibilityState === 'visible') session.markChatRead(latest);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [session, latest, atEnd]);
}
