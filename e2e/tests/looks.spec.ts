import type { Page } from '@playwright/test';
import {
  expectAccessible,
  expectNoOverflow,
  expectTidy,
  settledTiles,
  takePicture,
  useScheme,
} from '../harness/looks.ts';
import { StaticSite } from '../harness/static-site.ts';
import { expect, test } from '../harness/test.ts';

const viewports = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
];
const schemes = ['light', 'dark'] as const;
const people = ['Amara', 'Björn', 'Chiara', 'Deniz', 'Elif', 'Farid', 'Greta Lindqvist-Okonkwo', 'Hana'];

test('home and lobby look right and are accessible at every width', async ({ server, arrive }) => {
  const visitor = await arrive('Noor');
  const { page } = visitor;
  const room = `/r/${await server.createRoom()}`;
  await visitor.enter(server.url + room);
  for (const [name, path] of [
    ['home', '/'],
    ['lobby', room],
  ] as const) {
    await page.goto(server.url + path);
    if (name === 'lobby') await expect(page.getByTestId('tile-video')).toBeVisible();
    for (const scheme of schemes) {
      await useScheme(page, scheme);
      for (const viewport of viewports) {
        await page.setViewportSize(viewport);
        await expectNoOverflow(page);
        await takePicture(page, `${name}-${viewport.width}-${scheme}`);
        await expectAccessible(page);
      }
    }
  }
});

test('a room of 1, 2, 5 and 9 looks right and is accessible at every width', async ({
  server,
  browser,
  arrive,
}) => {
  const roomId = await server.createRoom();
  const site = await StaticSite.start(server.url);
  const crowd = await browser.newPage();
  await crowd.goto(`${site.origin}/crowd.html`);
  const visitor = await arrive('Noor');
  const { page } = visitor;
  await visitor.enter(`${server.url}/r/${roomId}`);
  // Away from the tiles, which show more while the pointer is over them.
  await page.mouse.move(0, 0);

  const others: string[] = [];
  for (const count of [1, 2, 5, 9]) {
    while (others.length < count - 1)
      others.push(
        await addPerson(crowd, server.url, roomId, people[others.length] ?? '', others.length * 45),
      );
    await page.setViewportSize({ width: 1280, height: 800 });
    await visitor.sees(others);
    for (const viewport of viewports) {
      await page.setViewportSize(viewport);
      const tiles = await settledTiles(page, count);
      await test.step(`${count} at ${viewport.width} px`, async () => {
        expectTidy(tiles, viewport);
        await expectNoOverflow(page);
        await expectPictures(page, count);
        for (const scheme of viewport.width === 1280 || count === 9 ? schemes : schemes.slice(0, 1)) {
          await useScheme(page, scheme);
          await takePicture(page, `room-${count}-${viewport.width}-${scheme}`);
          await expectAccessible(page);
        }
        await useScheme(page, 'light');
      });
    }
  }
  await crowd.close();
  await site.stop();
});

/** Every tile shows its picture, not what stands in for one. */
async function expectPictures(page: Page, count: number): Promise<void> {
  const shown = page.locator('[data-testid=tile] video[aria-hidden=false]');
  await expect(shown).toHaveCount(count);
}

function addPerson(crowd: Page, server: string, room: string, name: string, hue: number): Promise<string> {
  return crowd.evaluate(
    (person) => (window as unknown as { addPerson(person: object): Promise<string> }).addPerson(person),
    { server, room, name, hue },
  );
}
