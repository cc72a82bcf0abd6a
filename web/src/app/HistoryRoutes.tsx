import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { SessionPage } from '@/features/history/SessionPage';
import { SessionsPage } from '@/features/history/SessionsPage';
import { isRoomId } from '@/shared/room-id';
import { NotARoomPage } from './MissingPages';

const sessions = getRouteApi('/r/$roomId/sessions');
const session = getRouteApi('/r/$roomId/sessions/$number');

export function SessionsRoute() {
  const { roomId } = sessions.useParams();
  return isRoomId(roomId) ? <SessionsPage key={roomId} roomId={roomId} /> : <NotARoomPage />;
}

export function SessionRoute() {
  const { roomId, number } = session.useParams();
  const navigate = useNavigate();
  if (!isRoomId(roomId)) return <NotARoomPage />;
  const sessionId = `${roomId}.${number}`;
  return (
    <SessionPage
      key={sessionId}
      sessionId={sessionId}
      onDeleted={() => void navigate({ to: '/r/$roomId/sessions', params: { roomId } })}
    />
  );
}
