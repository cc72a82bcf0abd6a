import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './harness/chromium.ts';

/** Two workers: most tests wait more than they compute, and each worker has a server and a browser of its own. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/artifacts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  globalTimeout: 16 * 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['junit', { outputFile: 'target/e2e.xml' }]],
  use: { launchOptions: chromiumOptions() },
});
