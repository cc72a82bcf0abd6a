import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  useNavigate,
  type RouterHistory,
} from '@tanstack/react-router';
import { useState } from 'react';
import { HomePage } from '@/features/home/HomePage';
import { isRoomId } from '@/shared/room-id';
import { BrokenPage, MissingPage, NotARoomPage } from './MissingPages';
import { Visit } from './Visit';

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: MissingPage,
  errorComponent: BrokenPage,
});

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const room = createRoute({ getParentRoute: () => root, path: '/r/$roomId', component: RoomRoute });

function Home() {
  const navigate = useNavigate();
  return <HomePage onEnter={(roomId) => void navigate({ to: '/r/$roomId', params: { roomId } })} />;
}

function RoomRoute() {
  const { roomId } = room.useParams();
  const [visits, setVisits] = useState(0);
  if (!isRoomId(roomId)) return <NotARoomPage />;
  return <Visit key={`${roomId}/${visits}`} roomId={roomId} onAgain={() => setVisits(visits + 1)} />;
}

/** Tests and the app differ only in where the address comes from. */
export function appRouter(history?: RouterHistory) {
  return createRouter({
    routeTree: root.addChildren([home, room]),
    ...(history && { history }),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof appRouter>;
  }
}
