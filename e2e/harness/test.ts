import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect, type Browser } from '@playwright/test';
import { launchChromium } from './chromium.ts';
import { Focusly } from './focusly.ts';
import { Visitor, type VisitorOptions } from './visitor.ts';

/** Two cores encode and decode every picture of every page. */
const smallCamera = { width: 320, height: 180, frameRate: 10 };

interface TestFixtures {
  /** Lets someone arrive; everyone is sent away at the end, and none of their pages may have thrown. */
  arrive: (name: string, options?: VisitorOptions & { browser?: Browser }) => Promise<Visitor>;
  /** Another browser, with flags of its own. */
  openBrowser: (flags: string[]) => Promise<Browser>;
  /** Starts a server with settings of its own for this test. */
  startServer: (settings?: Record<string, string>) => Promise<Focusly>;
}

interface WorkerFixtures {
  /** The server that most tests share. */
  server: Focusly;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await Focusly.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  startServer: async ({}, use, info) => {
    const started: Focusly[] = [];
    await use(async (settings) => {
      const server = await Focusly.start(settings);
      started.push(server);
      return server;
    });
    for (const server of started) {
      await server.stop();
      if (info.status !== info.expectedStatus) {
        await mkdir(info.outputDir, { recursive: true });
        await writeFile(join(info.outputDir, 'server.log'), server.log);
      }
    }
  },

  openBrowser: async ({}, use) => {
    const opened: Browser[] = [];
    await use(async (flags) => {
      const browser = await launchChromium(flags);
      opened.push(browser);
      return browser;
    });
    for (const browser of opened) await browser.close();
  },

  // After `openBrowser`, so that people are sent away before their browsers close.
  arrive: async ({ browser, openBrowser: _ }, use, info) => {
    const visitors: Visitor[] = [];
    await use(async (name, { browser: other, ...options } = {}) => {
      const visitor = await Visitor.arrive(other ?? browser, name, {
        ...options,
        probe: { capture: smallCamera, ...options.probe },
      });
      visitors.push(visitor);
      return visitor;
    });
    for (const visitor of visitors) {
      if (info.status !== info.expectedStatus) await keepEvidence(visitor, info.outputDir);
      await visitor.context.close().catch(() => undefined);
    }
    expect(visitors.flatMap((visitor) => visitor.errors)).toEqual([]);
  },
});

/** What a failed test's people saw, for whoever looks into it. */
async function keepEvidence(visitor: Visitor, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, visitor.name);
  await visitor.page.screenshot({ path: `${file}.png`, timeout: 2_000 }).catch(() => undefined);
  const call = await visitor.call().catch(String);
  const { errors, awaited } = visitor;
  await writeFile(`${file}.json`, JSON.stringify({ errors, awaited: [...awaited], call }, null, 1));
}

export { expect };
