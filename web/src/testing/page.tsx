import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

/** Draws a part of the app inside what the app wraps around everything. */
export function renderPage(page: ReactNode): RenderResult {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={queries}>
      <Tooltip.Provider>{page}</Tooltip.Provider>
    </QueryClientProvider>,
  );
}
