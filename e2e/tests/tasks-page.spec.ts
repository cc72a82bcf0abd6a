import type { Page } from '@playwright/test';
import { fakeDevices } from '../harness/chromium.ts';
import {
  expectAccessible,
  expectNoOverflow,
  settledTiles,
  takePicture,
  useScheme,
} from '../harness/looks.ts';
import { expect, test } from '../harness/test.ts';

const titleOf = (page: Page, title: string) => page.getByTestId('task-title').filter({ hasText: title });
const board = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['todo', 'doing', 'done'].map((column) => {
      const titles = document.querySelectorAll(`[data-testid=tasks-${column}] [data-testid=task-title]`);
      return `${column}: ${[...titles].map((title) => title.firstChild?.textContent).join(', ')}`;
    }),
  );

async function paste(page: Page, text: string): Promise<void> {
  await page.getByTestId('task-add').evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('three browsers have the same board, whoever moves what', async ({ server, arrive, openBrowser }) => {
  const room = `${server.url}/r/${await server.createRoom()}`;
  const everyone = [
    await arrive('Anna'),
    await arrive('Ben', { browser: await openBrowser(fakeDevices) }),
    await arrive('Cleo', { browser: await openBrowser(fakeDevices) }),
  ];
  await Promise.all(everyone.map((visitor) => visitor.enter(room)));
  const pages = everyone.map(({ page }) => page);
  const [anna, ben, cleo] = pages as [Page, Page, Page];
  for (const page of pages) {
    await page.keyboard.press('b');
    await expect(page.getByTestId('tasks-empty')).toBeVisible();
  }

  // A list is one paste.
  await paste(anna, '- Write\n- Read\n- Rest');
  await anna.getByTestId('task-paste-confirm').click();
  for (const page of pages) await expect.poll(() => board(page)).toContain('todo: Write, Read, Rest');

  // Two at once: the server's order is everybody's.
  await Promise.all([titleOf(anna, 'Rest').focus(), titleOf(ben, 'Rest').focus()]);
  await Promise.all([anna.keyboard.press('Alt+ArrowUp'), ben.keyboard.press('Alt+ArrowRight')]);
  await expect(titleOf(cleo, 'Rest')).toBeVisible();
  await titleOf(cleo, 'Write').focus();
  await cleo.keyboard.press('Alt+ArrowDown');
  await expect(cleo.getByTestId('tasks-said')).toContainText('Write');
  await anna.getByTestId('task-add').fill('Last');
  await anna.getByTestId('task-add').press('Enter');
  await expect
    .poll(async () => {
      const boards = await Promise.all(pages.map(board));
      return new Set(boards.map(String)).size === 1 && String(boards[0]).includes('Last');
    })
    .toBe(true);

  // A pointer drags.
  await titleOf(ben, 'Last').dragTo(ben.getByTestId('tasks-done'));
  for (const page of pages) await expect.poll(() => board(page)).toContain('done: Last');

  // What somebody works on is on their tile.
  await ben.getByRole('button', { name: 'I am working on “Write”' }).click();
  const tile = anna.getByTestId('tile').filter({ hasText: 'Ben' });
  await expect(tile.getByTestId('working-on')).toHaveText('Write');

  // Some tasks are nobody else's business, and still there after a reload.
  await anna.getByText('Only mine').click();
  await anna.getByTestId('task-add').fill('Ask for a rise');
  await anna.getByTestId('task-add').press('Enter');
  await expect.poll(() => board(anna)).toContain('todo: Ask for a rise');
  await anna.reload();
  await everyone[0]?.enter(room);
  await anna.keyboard.press('b');
  await anna.getByText('Only mine').click();
  await expect.poll(() => board(anna)).toContain('todo: Ask for a rise');
  expect((await board(ben)).join()).not.toContain('rise');
  await anna.getByText('Of the room').click();
  await expect.poll(() => board(anna)).toContain('done: Last');

  await expectAccessible(anna);
  await anna.getByTestId('widen-tasks').click();
  for (const scheme of ['light', 'dark'] as const) {
    await useScheme(anna, scheme);
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1280, height: 800 },
    ]) {
      await anna.setViewportSize(viewport);
      await settledTiles(anna, 3);
      await expectNoOverflow(anna);
      await takePicture(anna, `tasks-${viewport.width}-${scheme}`);
    }
  }
});
