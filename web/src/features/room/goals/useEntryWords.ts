import { useEffect } from 'react';
import { NO_WORDS, readEntryWords, STANDUP_TEMPLATE, writeEntryWords } from '@/shared/entry-words';
import { useSession } from '../session-context';
import type { RoomSession } from '../session/types';

/** Tells the room what was written in the lobby, once it has let us in. */
export function useEntryWords(): void {
  const session = useSession();
  useEffect(() => {
    const stop = session.store.subscribe(() => tell(session));
    tell(session);
    return stop;
  }, [session]);
}

function tell(session: RoomSession): void {
  const { status, roomId, self, access, goals, standup } = session.store.getState();
  if (status !== 'connected' || self === null || goals === null || standup === null) return;
  const words = readEntryWords(roomId);
  if (words === NO_WORDS) return;
  writeEntryWords(roomId, NO_WORDS); // before it is sent, as sending changes the store
  const goal = words.goal.trim();
  if (access?.template === STANDUP_TEMPLATE) {
    if (Object.values(words.answers).some((text) => text.trim() !== ''))
      void session.send('standup-answer', words.answers);
  } else if (goal !== '') {
    void session.send('goal-set', { text: goal });
  }
}
