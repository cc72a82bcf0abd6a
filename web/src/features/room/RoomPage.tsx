import { useState } from 'react';
import { useStore } from 'zustand';
import { createRoomView, RoomViewProvider } from './room-view';
import { Room } from './Room';
import { SessionProvider } from './session-context';
import type { RoomSession } from './session/types';
import { LeftPage, RefusedPage } from './status/EndPages';
import { WaitingPage } from './status/WaitingPage';

/** A visit to a room from the join on: the call, or why there is none any more. */
export function RoomPage({ session, onAgain }: { session: RoomSession; onAgain: () => void }) {
  const status = useStore(session.store, (state) => state.status);
  const roomId = useStore(session.store, (state) => state.roomId);
  const refusal = useStore(session.store, (state) => state.refusal);
  const [view] = useState(createRoomView);

  if (status === 'left') return <LeftPage roomId={roomId} onAgain={onAgain} />;
  if (status === 'refused') {
    return <RefusedPage refusal={refusal ?? { code: 'internal-error', message: '' }} onAgain={onAgain} />;
  }
  return (
    <SessionProvider value={session}>
      <RoomViewProvider value={view}>{status === 'waiting' ? <WaitingPage /> : <Room />}</RoomViewProvider>
    </SessionProvider>
  );
}
