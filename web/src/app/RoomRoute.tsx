import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { isRoomId } from '@/shared/room-id';
import { NotARoomPage } from './MissingPages';
import { Visit } from './Visit';

const route = getRouteApi('/r/$roomId');

export function RoomRoute(): ReactNode {
  const { roomId } = route.useParams();
  const engine = route.useLoaderData();
  const [visits, setVisits] = useState(0);
  if (!isRoomId(roomId)) return <NotARoomPage />;
  return (
    <Visit
      key={`${roomId}/${visits}`}
      roomId={roomId}
      engine={engine}
      onAgain={() => setVisits(visits + 1)}
    />
  );
}
