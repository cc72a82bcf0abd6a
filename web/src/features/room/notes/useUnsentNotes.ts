import { useEffect } from 'react';
import { unsentNotes } from '@/shared/kept/kept-notes';
import { useRoom, useSession } from '../session-context';

/** Sends what was written without a connection in notes that are not open now, as soon as there is one. */
export function useUnsentNotes(): void {
  const session = useSession();
  const roomId = useRoom((state) => state.roomId);
  const epoch = useRoom((state) => state.log?.epoch ?? null);
  const connected = useRoom((state) => state.status === 'connected');
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
