import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { startTranslations } from '@/shared/i18n';
import { addMissingBrowserParts } from './browser-parts';

addMissingBrowserParts();

beforeAll(startTranslations);

afterEach(() => {
  cleanup();
  localStorage.clear();
});
