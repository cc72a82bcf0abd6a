import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';

/** More presses of Tab than any page has places to stop at. */
const TAB_LIMIT = 40;

test('from home to a room and out again by the keyboard alone', async ({ server, arrive }) => {
  const { page, name } = await arrive('Kim');
  await page.goto(server.url);
  await tabTo(page, 'home-create');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/r\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
  await tabTo(page, 'lobby-name');
  await page.keyboard.type(name);
  await tabTo(page, 'lobby-join');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-testid=tile][data-self=true]')).toBeVisible();
  await tabTo(page, 'toolbar-mic');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-self=true]')).toHaveAttribute('data-mic', 'false');
  await tabTo(page, 'toolbar-people');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('person')).toHaveCount(1);
  await tabTo(page, 'toolbar-leave');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('left-rejoin')).toBeVisible();
});

test('a room is joined by its code and by its link', async ({ server, arrive }) => {
  const { page } = await arrive('Kim');
  const roomId = await server.createRoom();
  for (const text of [roomId, `${server.url}/r/${roomId}`]) {
    await page.goto(server.url);
    await page.getByTestId('home-join-input').fill(text);
    await page.getByTestId('home-join').click();
    await expect(page).toHaveURL(`${server.url}/r/${roomId}`);
    await expect(page.getByTestId('lobby-join')).toBeVisible();
  }
});

test('who refuses camera and microphone is told so, and still takes part', async ({
  server,
  openBrowser,
  arrive,
}) => {
  const browser = await openBrowser(['--use-fake-device-for-media-stream']);
  const room = `${server.url}/r/${await server.createRoom()}`;
  const anna = await arrive('Anna');
  await anna.enter(room);
  const denied = await arrive('Denise', { browser });
  // Granting one thing refuses all others.
  await denied.context.grantPermissions(['notifications'], { origin: server.url });
  await denied.openLobby(room);
  await expect(denied.page.locator('[data-problem=permission-denied]')).toBeVisible();
  await denied.join();
  await denied.seesAndHears([await anna.userId()]);
  const tile = anna.tileOf(await denied.userId());
  await expect(tile).toHaveAttribute('data-camera', 'false');
  await expect(tile).toHaveAttribute('data-mic', 'false');
  await expect(tile).toHaveAttribute('data-link', 'connected');
});

test('who has no camera is told so, and is heard', async ({ server, openBrowser, arrive }) => {
  const noCamera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=device-count=0'];
  const browser = await openBrowser(noCamera);
  const room = `${server.url}/r/${await server.createRoom()}`;
  const anna = await arrive('Anna');
  await anna.enter(room);
  const cameraless = await arrive('Carla', { browser });
  await cameraless.openLobby(room);
  await expect(cameraless.page.locator('[data-problem=no-device]')).toBeVisible();
  await cameraless.join();
  await cameraless.seesAndHears([await anna.userId()]);
  await anna.hears([await cameraless.userId()]);
  await expect(anna.tileOf(await cameraless.userId())).toHaveAttribute('data-camera', 'false');
});

test('plain HTTP on another host says why there is no camera, and still joins', async ({
  server,
  openBrowser,
  arrive,
}) => {
  const browser = await openBrowser(['--host-resolver-rules=MAP rooms.test 127.0.0.1']);
  const roomId = await server.createRoom();
  const anna = await arrive('Anna');
  await anna.enter(`${server.url}/r/${roomId}`);
  const insecure = await arrive('Ines', { browser });
  await insecure.openLobby(`http://rooms.test:${server.port}/r/${roomId}`);
  const explanation = insecure.page.locator('[data-problem=insecure-context]');
  await expect(explanation).toContainText(`http://rooms.test:${server.port}`);
  await expect(explanation).toContainText('HTTPS');
  await insecure.join();
  await insecure.seesAndHears([await anna.userId()]);
});

async function tabTo(page: Page, testId: string): Promise<void> {
  await expect(page.getByTestId(testId)).toBeEnabled();
  for (let presses = 0; presses < TAB_LIMIT; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    if (focused === testId) return;
  }
  throw new Error(`Tab does not lead to ${testId}`);
}
