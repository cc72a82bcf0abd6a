import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Tooltip } from 'radix-ui';
import { useState } from 'react';
import { CallEngineProvider, type CallEngine } from './call-engine';
import type { appRouter } from './routes';

const tooltipDelayMillis = 400;

interface AppProps {
  engine: CallEngine;
  router: ReturnType<typeof appRouter>;
}

export function App({ engine, router }: AppProps) {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <CallEngineProvider value={engine}>
        <Tooltip.Provider delayDuration={tooltipDelayMillis}>
          <RouterProvider router={router} />
        </Tooltip.Provider>
      </CallEngineProvider>
    </QueryClientProvider>
  );
}
