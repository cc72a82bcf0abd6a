import { appRouter } from './routes';
import { registerServiceWorker } from './service-worker';
import { start } from './start';

registerServiceWorker();
await start(appRouter(() => import('@/features/room/session')));
