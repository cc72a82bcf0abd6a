import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useNavigate,
  type RouterHistory,
} from '@tanstack/react-router';
import { HomePage } from '@/features/home/HomePage';
import type { LoadCallEngine } from './call-engine';
import { BrokenPage, MissingPage } from './MissingPages';

const root = createRootRouteWithContext<{ loadEngine: LoadCallEngine }>()({
  component: Outlet,
  notFoundComponent: MissingPage,
  errorComponent: BrokenPage,
});

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const room = createRoute({
  getParentRoute: () => root,
  path: '/r/$roomId',
  loader: ({ context }) => context.loadEngine(),
  component: lazyRouteComponent(() => import('./RoomRoute'), 'RoomRoute'),
});

const focus = createRoute({
  getParentRoute: () => root,
  path: '/focus',
  component: lazyRouteComponent(() => import('@/features/history/FocusPage'), 'FocusPage'),
});

const sessions = createRoute({
  getParentRoute: () => root,
  path: '/r/$roomId/sessions',
  component: lazyRouteComponent(() => import('./HistoryRoutes'), 'SessionsRoute'),
});

const session = createRoute({
  getParentRoute: () => root,
  path: '/r/$roomId/sessions/$number',
  component: lazyRouteComponent(() => import('./HistoryRoutes'), 'SessionRoute'),
});

function Home() {
  const navigate = useNavigate();
  return <HomePage onEnter={(roomId) => void navigate({ to: '/r/$roomId', params: { roomId } })} />;
}

/** Tests and the app differ in the call engine, and in where the address comes from. */
export function appRouter(loadEngine: LoadCallEngine, history?: RouterHistory) {
  return createRouter({
    routeTree: root.addChildren([home, room, focus, sessions, session]),
    context: { loadEngine },
    ...(history && { history }),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof appRouter>;
  }
}
