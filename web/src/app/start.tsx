import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTranslations } from '@/shared/i18n';
import { applyStoredTheme } from '@/shared/theme';
import '@/shared/styles/index.css';
import { App } from './App';
import type { appRouter } from './routes';

export async function start(router: ReturnType<typeof appRouter>): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  applyStoredTheme();
  await startTranslations();
  createRoot(root).render(
    <StrictMode>
      <App router={router} />
    </StrictMode>,
  );
}
