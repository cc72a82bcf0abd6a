import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { startTranslations } from '@/shared/i18n';
import { addMissingBrowserParts } from './browser-parts';

addMissingBrowserParts();
// What is found at once stays fast; a busy machine may take longer than the second that is usual.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(startTranslations);

afterEach(() => {
  cleanup();
  localStorage.clear();
});
