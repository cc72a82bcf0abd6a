import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './harness/chromium.ts';

/** One worker: pages that draw at the same time would make each other late. More may be asked for (`--workers`). */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/artifacts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  globalTimeout: 16 * 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['junit', { outputFile: 'target/e2e.xml' }]],
  use: { launchOptions: chromiumOptions() },
});
