<<<<<<< HEAD
import { config } from 'zod';
import { createLocalMedia, createRoomSession } from '@/features/room/session';
=======
import { appRouter } from './routes';
>>>>>>> 6ef2afe47849d5cd93d2f97e2e20733429fbf19d
import { registerServiceWorker } from './service-worker';
import { start } from './start';

// The content security policy forbids compiled schemas, and asking for them fills the console.
config({ jitless: true });
registerServiceWorker();
await start(appRouter(() => import('@/features/room/session')));
