import { useEffect } from 'react';
import { forgetRemoved, unsentNotes } from '@/shared/kept/kept-notes';
import { useRoom, useSession } from '../session-context';

/**
 * Sends what was written without a connection in notes that are not open now, as soon as there is one, and forgets notes that
 * the room has no more.
 */
export function useKeptNotes(): void {
  const session = useSession();
  const roomId = useRoom((state) => state.roomId);
  const epoch = useRoom((state) => state.log?.epoch ?? null);
  const connected = useRoom((state) => state.status === 'connected');
  // A string, so that nothing is done while it is the same.
  const there = useRoom(
    (state) =>
      state.notes?.notes.flatMap(({ noteId, pending }) => (pending ? [] : [noteId])).join(' ') ?? null,
  );
  useEffect(() => {
    if (!connected || epoch === null || there === null) return;
    forgetRemoved(roomId, epoch, there.split(' ').map(Number));
  }, [roomId, epoch, connected, there]);
  useEffect(() => {
    if (!connected || epoch === null) return;
    const noteIds = unsentNotes(roomId, epoch);
    if (noteIds.length === 0) return;
    // All of Yjs comes only for who needs it.
    void import('./editor/open-document').then(({ sendUnsent }) =>
      sendUnsent({ roomId, epoch, session }, noteIds),
    );
  }, [session, roomId, epoch, connected]);
}
