import { useEffect, useRef, useState } from 'react';
import { Lobby } from '@/features/lobby/Lobby';
import { RoomPage } from '@/features/room/RoomPage';
import type { RoomSession } from '@/features/room/session/types';
import { rememberedMediaChoice } from '@/shared/media/remembered-choice';
import type { LocalMedia } from '@/shared/media/types';
import { arrivals, ownerKeys } from '@/shared/owner-keys';
import { useRecentRooms } from '@/shared/recent-rooms';
import type { CallEngine } from './call-engine';

interface VisitProps {
  roomId: string;
  engine: CallEngine;
  onAgain: () => void;
}

/** One visit to a room, from the lobby to the leaving. Owns the devices and the session, and ends both. */
export function Visit({ roomId, engine, onAgain }: VisitProps) {
  const remember = useRecentRooms((state) => state.remember);
  const named = useRecentRooms((state) => state.named);
  const [media, setMedia] = useState<LocalMedia | null>(null);
  const [session, setSession] = useState<RoomSession | null>(null);
  const current = useRef<RoomSession | null>(null);

  useEffect(() => {
    const made = engine.createLocalMedia();
    // Devices are an outside system that is opened here and closed below: it cannot be made while rendering.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setMedia(made);
    void made.start(rememberedMediaChoice());
    return () => {
      void current.current?.leave();
      made.dispose();
    };
  }, [engine]);

  useEffect(
    () =>
      session?.store.subscribe(({ status, access }) => {
        if (status === 'left' || status === 'refused') session.media.dispose();
        if (access !== null) named(roomId, access.name);
      }),
    [session, roomId, named],
  );

  if (!media) return null;
  if (session) return <RoomPage session={session} onAgain={onAgain} />;
  const join = (name: string): void => {
    const ownerKey = arrivals.read(roomId) ?? undefined;
    const onOwnerKey = (accepted: boolean): void => {
      arrivals.write(roomId, null);
      if (accepted && ownerKey !== undefined) ownerKeys.write(roomId, ownerKey);
    };
    const made = engine.createRoomSession({ roomId, name, media, ownerKey, onOwnerKey });
    current.current = made;
    setSession(made);
    remember(roomId);
    made.join();
  };
  return <Lobby roomId={roomId} media={media} onJoin={join} />;
}
