import { expect, test } from '../harness/test.ts';

test('somebody has what is kept of them deleted, and the others see it at once', async ({
  server,
  arrive,
}) => {
  const room = `${server.url}/r/${await server.createRoom()}`;
  const [anna, ben] = [await arrive('Anna'), await arrive('Ben')];
  for (const visitor of [anna, ben]) {
    await visitor.openLobby(room);
    await visitor.join();
  }
  for (const { page } of [anna, ben]) await page.getByTestId('toolbar-chat').click();
  await anna.page.getByTestId('chat-field').fill('Nobody may know');
  await anna.page.getByTestId('chat-field').press('Enter');
  await expect(ben.page.getByTestId('chat-message').filter({ hasText: 'Nobody may know' })).toBeVisible();

  await test.step('the start page tells what there is', async () => {
    await anna.page.goto(server.url);
    await anna.page.getByTestId('kept-open').click();
    await expect(anna.page.getByTestId('kept-list')).toContainText('Anna');
    await expect(anna.page.getByTestId('kept-list')).toContainText('one message');
  });

  await test.step('it is deleted, also in this browser', async () => {
    await anna.page.getByTestId('kept-confirm').click();
    await expect(anna.page.getByRole('heading', { name: 'You are forgotten' })).toBeFocused();
    const left = await anna.page.evaluate(() => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
    ]);
    expect(left.filter((key) => /name|rooms|drafts|outbox|chat-read|device/.test(key))).toEqual([]);
    expect(await anna.page.context().cookies()).toEqual([]);
  });

  await test.step('the message is empty and nameless for the other', async () => {
    await expect(ben.page.getByText('This message was deleted.')).toBeVisible();
    await expect(ben.page.getByText('Nobody may know')).toHaveCount(0);
    await expect(ben.page.getByTestId('chat-messages').getByText('Anna')).toHaveCount(0);
  });

  await test.step('who goes on is somebody new', async () => {
    await anna.page.getByTestId('forgotten-home').click();
    await anna.page.getByTestId('kept-open').click();
    await expect(anna.page.getByTestId('kept-list')).toContainText('knows nothing of you');
  });
});
