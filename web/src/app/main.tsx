import { takeOwnerKeyFromAddress } from '@/shared/owner-keys';
import { appRouter } from './routes';
import { registerServiceWorker } from './service-worker';
import { start } from './start';

// Before anything else: nobody should read it over a shoulder.
takeOwnerKeyFromAddress();
// An owner link that is opened over its own room's page loads nothing by itself.
addEventListener('hashchange', () => {
  if (takeOwnerKeyFromAddress()) location.reload();
});
registerServiceWorker();
await start(appRouter(() => import('@/features/room/session')));
