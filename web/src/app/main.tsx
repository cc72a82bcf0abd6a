import { takeOwnerKeyFromAddress } from '@/shared/owner-keys';
import { appRouter } from './routes';
import { registerServiceWorker } from './service-worker';
import { start } from './start';

// Before anything else: nobody should read it over a shoulder.
takeOwnerKeyFromAddress();
addEventListener('hashchange', takeOwnerKeyFromAddress);
registerServiceWorker();
await start(appRouter(() => import('@/features/room/session')));
