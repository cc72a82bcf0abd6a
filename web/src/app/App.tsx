import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Tooltip } from 'radix-ui';
import { useState } from 'react';
import type { appRouter } from './routes';

const tooltipDelayMillis = 400;

export function App({ router }: { router: ReturnType<typeof appRouter> }) {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <Tooltip.Provider delayDuration={tooltipDelayMillis}>
        <RouterProvider router={router} />
      </Tooltip.Provider>
    </QueryClientProvider>
  );
}
