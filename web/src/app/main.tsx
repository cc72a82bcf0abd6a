import { createLocalMedia, createRoomSession } from '@/features/room/session';
import { registerServiceWorker } from './service-worker';
import { start } from './start';

registerServiceWorker();
await start({ createLocalMedia, createRoomSession });
