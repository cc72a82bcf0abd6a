import { config } from 'zod';
import { createLocalMedia, createRoomSession } from '@/features/room/session';
import { registerServiceWorker } from './service-worker';
import { start } from './start';

// The content security policy forbids compiled schemas, and asking for them fills the console.
config({ jitless: true });
registerServiceWorker();
await start({ createLocalMedia, createRoomSession });
