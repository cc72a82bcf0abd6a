import type { Page } from '@playwright/test';
import { installProbe } from '../harness/probe.ts';
import { StaticSite } from '../harness/static-site.ts';
import { expect, test as base } from '../harness/test.ts';

const forms = ['object', 'arguments', 'more-arguments', 'room'] as const;
const peerPaths = ['/', '/peerjs'] as const;
const transports = { WebSocket: 'websocket', polling: 'polling', 'an upgrade': 'polling websocket' } as const;
const ROUNDS = 20;

interface Settings {
  form: string;
  peerPath: string;
  transports: string;
}

/** A front end on an origin of its own: pages from there, the server of the worker. */
const test = base.extend<{ site: StaticSite }>({
  site: async ({ server }, use) => {
    const site = await StaticSite.start(server.url);
    await use(site);
    await site.stop();
  },
});

for (const [name, transport] of Object.entries(transports)) {
  for (const peerPath of peerPaths) {
    test(`a Meet clone works over ${name} with PeerJS at ${peerPath}`, async ({ server, site, browser }) => {
      const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext()));
      for (const context of contexts)
        await context.addInitScript(installProbe, { capture: { width: 160, height: 120, frameRate: 10 } });
      const pages = await Promise.all(contexts.map((context) => context.newPage()));
      for (const round of [...forms, 'mixed']) {
        const settings = pages.map((_, index) => ({
          form: round === 'mixed' ? (forms[index] ?? '') : round,
          peerPath,
          transports: transport,
        }));
        await test.step(`round ${round}`, () =>
          meet(pages, settings, server.url, site.origin, `clone-${round}`));
      }
      await Promise.all(contexts.map((context) => context.close()));
    });
  }

  test(`${ROUNDS} rounds of each form over ${name}: everyone is called once`, async ({
    server,
    site,
    page,
  }) => {
    await page.goto(`${site.origin}/rounds.html`);
    for (const peerPath of peerPaths) {
      for (const form of forms) {
        for (let round = 0; round < ROUNDS; round++) {
          const room = `round-${round}`;
          await playRound(page, { form, peerPath, transports: transport }, server.url, room);
        }
      }
    }
  });
}

test('a Meet clone works with the client that the server hands out', async ({ server, site, browser }) => {
  const context = await browser.newContext();
  await context.addInitScript(installProbe, { capture: { width: 160, height: 120, frameRate: 10 } });
  const pages = [await context.newPage(), await context.newPage(), await context.newPage()];
  const settings = { form: 'arguments', peerPath: '/', transports: 'polling websocket' };
  const all = pages.map(() => settings);
  await meet(pages, all, server.url, site.origin, 'served-client', 'meet-clone-served.html');
  await context.close();
});

/** All open the page at once; each must come to show the two others, and one fewer when one goes. */
async function meet(
  pages: Page[],
  settings: Settings[],
  server: string,
  origin: string,
  room: string,
  file = 'meet-clone.html',
): Promise<void> {
  await Promise.all(
    pages.map((page, index) => {
      const query = new URLSearchParams({ server, room, ...settings[index] });
      return page.goto(`${origin}/${file}?${query}`);
    }),
  );
  await Promise.all(pages.map((page) => shows(page, pages.length - 1)));
  await pages[2]?.goto('about:blank');
  await Promise.all(pages.slice(0, 2).map((page) => shows(page, pages.length - 2)));
  await Promise.all(pages.map((page) => page.goto('about:blank')));
}

/** The page shows so many moving pictures, each of another peer and on a connection of its own. */
async function shows(page: Page, count: number): Promise<void> {
  let before: number[] = [];
  const seen = async (): Promise<object> => {
    const now = await page.evaluate(async () => {
      const inbound = await window.probe.inbound();
      const videos = [...document.querySelectorAll('video')];
      const frames = videos.map((video) => {
        const track = (video.srcObject as MediaStream | null)?.getVideoTracks()[0];
        return (track && inbound.get(track.id)?.frames) ?? 0;
      });
      const open = window.probe.connections.filter(({ signalingState }) => signalingState !== 'closed');
      return { frames, peers: new Set(videos.map((video) => video.dataset['peer'])).size, open: open.length };
    });
    const moving = now.frames.filter((frames, index) => frames > (before[index] ?? frames)).length;
    before = now.frames;
    return { pictures: now.frames.length, moving, peers: now.peers, connections: now.open };
  };
  await expect
    .poll(seen, { timeout: 30_000, intervals: [200] })
    .toEqual({ pictures: count, moving: count, peers: count, connections: count });
}

interface Heard {
  ids: string[];
  calls: [caller: string, called: string][];
  partings: [gone: string, told: string][];
}

async function playRound(page: Page, settings: Settings, server: string, room: string): Promise<void> {
  const people = 3;
  const heard = await page.evaluate(
    (round) => (window as unknown as { playRound(settings: object): Promise<Heard> }).playRound(round),
    { ...settings, transports: settings.transports.split(' '), server, room, people },
  );
  const pairs = heard.ids.flatMap((one, index) =>
    heard.ids.slice(index + 1).map((other) => pair(one, other)),
  );
  expect(heard.calls.map(([caller, called]) => pair(caller, called)).sort()).toEqual(pairs.sort());
  const partings = heard.ids.flatMap((gone, index) => heard.ids.slice(index + 1).map((told) => [gone, told]));
  expect(heard.partings.toSorted()).toEqual(partings.toSorted());
}

function pair(one: string, other: string): string {
  return [one, other].sort().join(' and ');
}
