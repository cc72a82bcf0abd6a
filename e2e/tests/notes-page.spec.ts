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

const text = (page: Page) => page.getByTestId('note-text');
const plain = (page: Page): Promise<string> =>
  text(page).evaluate((note) => {
    const copy = note.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('.collaboration-carets__caret').forEach((caret) => caret.remove());
    return copy.innerText.replaceAll('\u2060', '').trim();
  });

async function open(page: Page, title: string): Promise<void> {
  await page.keyboard.press('w');
  await page.getByTestId('note').filter({ hasText: title }).click();
  await expect(page.getByTestId('note-status')).toHaveText('Saved');
}

test('three browsers write one note, and nothing of it is lost', async ({ server, arrive, openBrowser }) => {
  const room = `${server.url}/r/${await server.createRoom()}`;
  const everyone = [
    await arrive('Anna'),
    await arrive('Ben', { browser: await openBrowser(fakeDevices) }),
    await arrive('Cleo', { browser: await openBrowser(fakeDevices) }),
  ];
  await Promise.all(everyone.map((visitor) => visitor.enter(room)));
  const pages = everyone.map(({ page }) => page);
  const [anna, ben, cleo] = pages as [Page, Page, Page];

  // A note begins with what its template says.
  await anna.keyboard.press('w');
  await expect(anna.getByTestId('notes-empty')).toBeVisible();
  await anna.getByTestId('note-template').selectOption('agenda');
  await anna.getByTestId('note-add').fill('Monday');
  await anna.getByTestId('note-add').press('Enter');
  await expect(text(anna)).toContainText('Decisions');
  await Promise.all([open(ben, 'Monday'), open(cleo, 'Monday')]);
  for (const page of [ben, cleo]) await expect(text(page)).toContainText('Decisions');
  await expect(anna.getByTestId('open-note').getByTestId('in-note')).toContainText('Ben');

  // All write at once, each with a caret that says whose it is.
  for (const page of pages) {
    await text(page).click();
    await page.keyboard.press('Control+End');
  }
  // Who comes to the end of what another is writing writes there, and parts it.
  for (const page of pages) await expect(text(page).locator('.collaboration-carets__label')).toHaveCount(2);
  await Promise.all(
    pages.map((page, index) => page.keyboard.type(`one${index} two${index} three${index}. `, { delay: 15 })),
  );
  for (const page of pages)
    for (const index of [0, 1, 2])
      await expect(text(page)).toContainText(`one${index} two${index} three${index}.`);
  await expect.poll(async () => new Set(await Promise.all(pages.map(plain))).size).toBe(1);
  await expect(text(anna).locator('.collaboration-carets__label', { hasText: 'Ben' })).toBeAttached();

  // A key finds the caret where it was put just now.
  for (let line = 0; line < 8; line += 1) {
    await text(anna).locator('h2').first().click();
    await anna.keyboard.press('Control+End');
    await anna.keyboard.press('Enter');
    await anna.keyboard.type(`end${line}`);
    expect((await plain(anna)).endsWith(`end${line}`)).toBe(true);
  }

  // Markdown becomes what it says, typed or pasted; undo takes back one's own alone.
  await text(ben).click();
  await ben.keyboard.press('Control+End');
  await ben.keyboard.press('Enter');
  await ben.keyboard.press('Enter');
  await ben.keyboard.type('# Plan');
  await expect(text(anna).locator('h1', { hasText: 'Plan' })).toBeVisible();
  await ben.keyboard.press('Enter');
  await text(ben).evaluate((note) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/plain',
      '## Pasted\n\n- [ ] Ask **Cleo**\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
    );
    note.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(text(cleo).locator('h2', { hasText: 'Pasted' })).toBeVisible();
  await expect(text(cleo).locator('td', { hasText: '2' })).toBeVisible();
  await text(anna).locator('h2').first().click();
  await anna.keyboard.press('End');
  await anna.keyboard.type(' of today');
  await expect(text(ben)).toContainText('Agenda of today');
  await anna.getByRole('button', { name: 'Undo what you wrote' }).click();
  await expect(text(ben)).not.toContainText('of today');
  await expect(text(ben).locator('h2', { hasText: 'Pasted' })).toBeVisible();

  // A check item becomes a task of the room.
  await text(ben).locator('p', { hasText: 'Ask Cleo' }).click();
  await ben.getByTestId('note-to-task').click();
  await cleo.keyboard.press('Escape');
  await cleo.getByTestId('note-back').click();
  await cleo.keyboard.press('b');
  await expect(cleo.getByTestId('task-title')).toHaveText('Ask Cleo');

  // What is written without a connection merges.
  await cleo.keyboard.press('w');
  await cleo.getByTestId('note').click();
  await expect(cleo.getByTestId('note-status')).toHaveText('Saved');
  await cleo.context().setOffline(true);
  await text(cleo).click();
  await cleo.keyboard.press('Control+End');
  await cleo.keyboard.type(' written offline');
  await cleo.context().setOffline(false);
  for (const page of pages) await expect(text(page)).toContainText('written offline', { timeout: 30_000 });
  await anna.reload();
  await everyone[0]?.enter(room);
  await open(anna, 'Monday');
  await expect.poll(async () => new Set(await Promise.all(pages.map(plain))).size).toBe(1);

  await expectAccessible(anna);
  for (const scheme of ['light', 'dark'] as const) {
    await useScheme(anna, scheme);
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1280, height: 800 },
    ]) {
      await anna.setViewportSize(viewport);
      await settledTiles(anna, 3);
      await expectNoOverflow(anna);
      await takePicture(anna, `notes-${viewport.width}-${scheme}`);
    }
  }

  // The search finds what is written, and opens it.
  await anna.getByTestId('note-back').click();
  await anna.getByTestId('notes-search').click();
  await anna.getByTestId('search-field').fill('WRITTEN OFF');
  await expect(anna.getByTestId('found')).toContainText('written offline');
  await takePicture(anna, 'search');
  await anna.getByTestId('found').click();
  await expect(text(anna)).toContainText('written offline');

  // Who removes it is asked first; then it is gone for all.
  await anna.getByTestId('note-back').click();
  await anna.getByTestId('note-menu').click();
  await anna.getByRole('menuitem', { name: 'Remove' }).click();
  await anna.getByTestId('note-remove-confirm').click();
  for (const page of pages) await expect(page.getByTestId('notes-empty')).toBeVisible();
});

test('what is written while the server is away outlives the page', async ({ startServer, arrive }) => {
  const server = await startServer();
  const room = `${server.url}/r/${await server.createRoom()}`;
  const anna = await arrive('Anna');
  await anna.enter(room);
  await anna.page.keyboard.press('w');
  await anna.page.getByTestId('note-template').selectOption('blank');
  await anna.page.getByTestId('note-add').fill('Kept');
  await anna.page.getByTestId('note-add').press('Enter');
  await text(anna.page).click();
  await anna.page.keyboard.type('Before. ');
  await expect(anna.page.getByTestId('note-status')).toHaveText('Saved');

  await server.kill();
  await expect(anna.page.getByTestId('note-status')).toContainText('kept here');
  await anna.page.keyboard.type('While it was away.');
  await anna.page.waitForTimeout(500); // a browser writes a moment later what it keeps
  await anna.page.goto('about:blank');
  await server.startAgain();

  await anna.enter(room);
  await open(anna.page, 'Kept');
  await expect(text(anna.page)).toContainText('Before. While it was away.');
  const ben = await arrive('Ben');
  await ben.enter(room);
  await open(ben.page, 'Kept');
  await expect(text(ben.page)).toContainText('Before. While it was away.');
});

test('what this browser keeps may go at any time, and what is written is sent all the same', async ({
  server,
  arrive,
}) => {
  const room = `${server.url}/r/${await server.createRoom()}`;
  const [anna, ben] = [await arrive('Anna'), await arrive('Ben')];
  await Promise.all([anna.enter(room), ben.enter(room)]);
  await anna.page.keyboard.press('w');
  await anna.page.getByTestId('note-template').selectOption('blank');
  await anna.page.getByTestId('note-add').fill('Kept');
  await anna.page.getByTestId('note-add').press('Enter');
  await text(anna.page).click();
  await anna.page.keyboard.type('Before. ');
  await expect(anna.page.getByTestId('note-status')).toHaveText('Saved');
  await anna.page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name ?? '');
  });
  await anna.page.keyboard.type('And after.');
  await open(ben.page, 'Kept');
  await expect(text(ben.page)).toContainText('Before. And after.');

  // Who goes back at once has written it all the same.
  await anna.page.keyboard.type(' The last words');
  await anna.page.getByTestId('note-back').click();
  await expect(text(ben.page)).toContainText('And after. The last words');
});

test('a note that is full can be copied, and what does not fit discarded', async ({
  startServer,
  arrive,
}) => {
  const server = await startServer({ FOCUSLY_NOTE_BYTES: '131072' });
  const anna = await arrive('Anna');
  await anna.enter(`${server.url}/r/${await server.createRoom()}`);
  const { page } = anna;
  await page.keyboard.press('w');
  await page.getByTestId('note-template').selectOption('blank');
  await page.getByTestId('note-add').fill('Full');
  await page.getByTestId('note-add').press('Enter');
  await text(page).click();
  await page.keyboard.type('What fits. ');
  await expect(page.getByTestId('note-status')).toHaveText('Saved');
  await text(page).evaluate((note) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'what does not fit '.repeat(10_000));
    note.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByTestId('note-status')).toContainText('is not saved');
  await expect(text(page)).toHaveAttribute('contenteditable', 'false');
  await expect(page.getByTestId('note-copy')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await settledTiles(page, 1);
  await expectNoOverflow(page);
  await takePicture(page, 'note-full-390');
  await page.getByTestId('note-discard').click();
  await expect(text(page)).toHaveText('What fits. ');
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('And this.');
  await expect(page.getByTestId('note-status')).toHaveText('Saved');
});
