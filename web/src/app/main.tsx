import { config } from 'zod';
import { appRouter } from './routes';
import { registerServiceWorker } from './service-worker';
import { start } from './start';

// The content security policy forbids compiled schemas, and asking for them fills the console.
config({ jitless: true });
registerServiceWorker();
await start(appRouter(() => import('@/features/room/session')));
