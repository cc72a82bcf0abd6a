import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Tooltip } from 'radix-ui';
import { useState } from 'react';
import { ForgottenPage } from '@/shared/kept/ForgottenPage';
import { useForgotten } from '@/shared/kept/forgotten';
import type { appRouter } from './routes';

const tooltipDelayMillis = 400;

export function App({ router }: { router: ReturnType<typeof appRouter> }) {
  const forgotten = useForgotten((state) => state.forgotten);
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <Tooltip.Provider delayDuration={tooltipDelayMillis}>
        {forgotten ? <ForgottenPage /> : <RouterProvider router={router} />}
      </Tooltip.Provider>
    </QueryClientProvider>
  );
}
