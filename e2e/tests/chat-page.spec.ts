import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/test.ts';
import type { Visitor } from '../harness/visitor.ts';

const field = (page: Page): Locator => page.getByTestId('chat-field');
const messages = (page: Page): Locator => page.getByTestId('chat-message');
const said = (page: Page, text: string): Locator => messages(page).filter({ hasText: text });

async function openChat({ page }: Visitor): Promise<void> {
  await page.getByTestId('toolbar-chat').click();
  await expect(field(page)).toBeVisible();
}

async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}

async function act(page: Page, text: string, action: string): Promise<void> {
  // The answers to it quote its words, and come later.
  const message = said(page, text).first();
  await message.hover();
  await message.getByTestId('chat-actions').click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** The page is nowhere wider than its window, nor the list of messages than its panel. */
async function expectNoOverflow(page: Page): Promise<void> {
  const excess = await page.evaluate(() =>
    [document.documentElement, document.querySelector('[data-testid=chat-messages]')].map((element) =>
      element === null ? 0 : element.scrollWidth - element.clientWidth,
    ),
  );
  expect(excess).toEqual([0, 0]);
}

test('people write, answer, react, change and delete', async ({ server, arrive }) => {
  const room = `${server.url}/r/${await server.createRoom()}`;
  const [anna, ben] = [await arrive('Anna'), await arrive('Ben')];
  await Promise.all([anna.enter(room), ben.enter(room)]);
  await Promise.all([openChat(anna), openChat(ben)]);

  await test.step('a message reaches the other, with its Markdown and no HTML', async () => {
    await expect(anna.page.getByText('No messages yet')).toBeVisible();
    await say(anna.page, 'Hello **Ben** <b>bold</b> https://example.org/plan');
    const seen = said(ben.page, 'Hello Ben');
    await expect(seen.locator('strong')).toHaveText('Ben');
    await expect(seen.locator('b')).toHaveCount(0);
    await expect(seen.getByRole('link')).toHaveAttribute('rel', /noopener/);
    await expect(said(anna.page, 'Hello Ben')).toHaveAttribute('data-pending', 'false');
  });

  await test.step('who writes is seen writing', async () => {
    await field(ben.page).pressSequentially('Hi');
    await expect(anna.page.getByTestId('typing-line')).toHaveText('Ben is typing…');
    await field(ben.page).fill('');
    await expect(anna.page.getByTestId('typing-line')).toHaveText('');
  });

  await test.step('an answer shows what it answers', async () => {
    await act(ben.page, 'Hello Ben', 'Reply');
    await expect(field(ben.page)).toBeFocused();
    await ben.page.keyboard.type('Good morning');
    await ben.page.keyboard.press('Enter');
    const answer = said(anna.page, 'Good morning');
    await expect(answer.getByTestId('chat-quote')).toContainText('In reply to Anna: Hello');
    await answer.getByTestId('chat-quote').click();
    await expect(said(anna.page, 'Hello Ben').first()).toBeFocused();
  });

  await test.step('a reaction counts on both pages, and is taken back', async () => {
    const mine = said(anna.page, 'Good morning');
    await mine.hover();
    await mine.getByRole('button', { name: /^React/ }).click();
    await anna.page.getByRole('button', { name: '🎉' }).click();
    const reaction = said(ben.page, 'Good morning').getByTestId('chat-reaction');
    await expect(reaction).toHaveText('🎉 1');
    await reaction.click();
    await expect(mine.getByTestId('chat-reaction')).toHaveText('🎉 2');
    await reaction.click();
    await expect(mine.getByTestId('chat-reaction')).toHaveText('🎉 1');
  });

  await test.step('arrow up changes the last own message', async () => {
    await field(anna.page).press('ArrowUp');
    await expect(field(anna.page)).toHaveValue(/^Hello/);
    await field(anna.page).fill('Hello everyone');
    await field(anna.page).press('Enter');
    await expect(said(ben.page, 'Hello everyone').first()).toContainText('edited');
  });

  await test.step('a deleted message leaves no words', async () => {
    await act(anna.page, 'Hello everyone', 'Delete');
    await anna.page.getByTestId('chat-delete-confirm').click();
    await expect(said(ben.page, 'This message was deleted.').first()).toBeVisible();
    await expect(ben.page.getByText('Hello everyone')).toHaveCount(0);
  });

  await test.step('who joins later reads it as it is now', async () => {
    const cleo = await arrive('Cleo');
    await cleo.enter(room);
    await openChat(cleo);
    await expect(said(cleo.page, 'Good morning').getByTestId('chat-reaction')).toHaveText('🎉 1');
    await expect(messages(cleo.page)).toHaveCount(2);
  });
});

test('a mention is told to who has the chat closed, and unread messages are counted', async ({
  server,
  arrive,
}) => {
  const room = `${server.url}/r/${await server.createRoom()}`;
  const [anna, ben] = [await arrive('Anna'), await arrive('Ben')];
  await Promise.all([anna.enter(room), ben.enter(room)]);
  await openChat(anna);
  await say(anna.page, 'anybody there?');
  await expect(ben.page.getByTestId('unread-count')).toHaveText('1');
  await field(anna.page).pressSequentially('look @be');
  await expect(anna.page.getByRole('option', { name: 'Ben' })).toBeVisible();
  await field(anna.page).press('Enter');
  await field(anna.page).press('Enter');
  await expect(ben.page.getByTestId('notice')).toHaveText('Anna mentioned you: look @Ben');
  await expect(ben.page.getByTestId('unread-count')).toHaveText('2');

  await openChat(ben);
  await expect(ben.page.getByTestId('chat-new-line')).toBeVisible();
  await expect(said(ben.page, 'look').locator('mark')).toHaveText('@Ben');
  await ben.page.getByTestId('toolbar-chat').click();
  await expect(ben.page.getByTestId('unread-count')).toHaveCount(0);

  await test.step('also after a reload', async () => {
    await ben.page.reload();
    await ben.page.getByTestId('lobby-name').fill('Ben');
    await ben.join();
    await openChat(ben);
    await expect(said(ben.page, 'look')).toBeVisible();
    await expect(ben.page.getByTestId('chat-new-line')).toHaveCount(0);
  });
});

test('what is written while the server is away is sent once it is back, once', async ({
  startServer,
  arrive,
}) => {
  const server = await startServer();
  const room = `${server.url}/r/${await server.createRoom()}`;
  const [anna, ben] = [await arrive('Anna'), await arrive('Ben')];
  await Promise.all([anna.enter(room), ben.enter(room)]);
  await Promise.all([openChat(anna), openChat(ben)]);
  await say(anna.page, 'before');
  await expect(said(ben.page, 'before')).toBeVisible();

  await server.kill();
  await expect(anna.page.getByTestId('status-banner')).toBeVisible();
  for (const text of ['first while away', 'second while away']) {
    await say(anna.page, text);
    await expect(said(anna.page, text)).toContainText('not sent yet');
  }

  const back = [anna, ben].map((visitor) => visitor.bannerGone(20_000));
  await server.startAgain();
  await Promise.all(back);
  await expect(said(ben.page, 'second while away')).toBeVisible();
  await expect(anna.page.getByText('not sent yet')).toHaveCount(0);
  for (const { page } of [anna, ben]) {
    await expect(messages(page)).toHaveCount(3);
    await expect(messages(page).nth(1)).toContainText('first while away');
    await expect(messages(page).nth(2)).toContainText('second while away');
  }
});

test('a long history is read back to its beginning', async ({ server, arrive }) => {
  test.slow();
  const room = `${server.url}/r/${await server.createRoom()}`;
  const [anna, ben] = [await arrive('Anna'), await arrive('Ben')];
  await anna.enter(room);
  await openChat(anna);
  const count = 220;
  for (let number = 1; number <= count; number += 1) await say(anna.page, `number ${number}.`);
  await expect(anna.page.getByText('not sent yet')).toHaveCount(0, { timeout: 60_000 });

  await ben.enter(room);
  await openChat(ben);
  const list = ben.page.getByTestId('chat-messages');
  await expect(said(ben.page, `number ${count}.`)).toBeVisible();
  await expect(said(ben.page, 'number 100.')).toHaveCount(0);
  await expect(async () => {
    await list.hover();
    await ben.page.mouse.wheel(0, -4_000);
    await expect(ben.page.getByText('This is where the chat began.')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await expect(said(ben.page, 'number 1.')).toBeVisible();

  await ben.page.getByRole('button', { name: 'Jump to the latest message' }).click();
  await expect(said(ben.page, `number ${count}.`)).toBeInViewport();
});

for (const [width, height] of [
  [390, 844],
  [1280, 800],
] as const) {
  test(`the chat fits a window ${width} pixels wide`, async ({ server, arrive }, info) => {
    const room = `${server.url}/r/${await server.createRoom()}`;
    const anna = await arrive('Anna', { context: { viewport: { width, height } } });
    await anna.enter(room);
    await expectNoOverflow(anna.page);
    await openChat(anna);
    await say(anna.page, `https://example.org/${'long'.repeat(80)}`);
    await say(anna.page, 'word'.repeat(100));
    await field(anna.page).fill(
      '```\nconst answer = everything.filter((each) => each.matters && each.isLong);\n```',
    );
    await field(anna.page).press('Enter');
    await expect(messages(anna.page)).toHaveCount(3);
    await expectNoOverflow(anna.page);
    await anna.page.screenshot({ path: info.outputPath(`chat-${width}.png`) });
  });
}
