import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoOverflow, takePicture, useScheme } from '../harness/looks.ts';
import { expect, test } from '../harness/test.ts';

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

async function seen(page: Page, name: string): Promise<void> {
  for (const viewport of sizes) {
    await page.setViewportSize(viewport);
    for (const scheme of ['light', 'dark'] as const) {
      await useScheme(page, scheme);
      await takePicture(page, `${name}-${viewport.width}-${scheme}`);
    }
    await expectAccessible(page);
    await expectNoOverflow(page);
  }
}

async function exported(page: Page, format: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download', { timeout: 15_000 });
  await page.getByTestId('export').click();
  await page.getByTestId(`export-${format}`).click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('a session is kept for who took part, and for nobody else', async ({ server, arrive }) => {
  const [anna, ben, cleo] = [await arrive('Anna'), await arrive('Ben'), await arrive('Cleo')];
  const roomId = await server.createRoom();
  const room = `${server.url}/r/${roomId}`;
  await anna.openLobby(room);
  await anna.page.getByTestId('lobby-goal').fill('Two pages of the essay');
  await anna.join();
  await ben.enter(room);

  await test.step('something to keep', async () => {
    await anna.page.keyboard.press('b');
    await anna.page.getByTestId('task-add').fill('Read chapter two');
    await anna.page.getByTestId('task-add').press('Enter');
    await expect(anna.page.getByTestId('task-work')).toBeVisible(); // the server has it
    await anna.page.getByTestId('task-title').filter({ hasText: 'Read chapter two' }).focus();
    for (const column of ['doing', 'done']) {
      await anna.page.keyboard.press('Alt+ArrowRight');
      await expect(anna.page.getByTestId(`tasks-${column}`)).toContainText('Read chapter two');
    }
    await ben.page.keyboard.press('c');
    await ben.page.getByTestId('chat-field').fill('Shall we begin?');
    await ben.page.getByTestId('chat-field').press('Enter');
    await ben.page.getByTestId('toolbar-timer').click();
    await ben.page.getByTestId('timer-main').click();
    await expect(anna.page.getByTestId('timer-chip')).toBeVisible();
    await ben.page.getByTestId('timer-skip').click();
    await expect(ben.page.getByTestId('timer-skip')).toBeHidden();
  });

  await test.step('the list and the record', async () => {
    await ben.page.getByTestId('toolbar-leave').click();
    await ben.page.getByTestId('left-sessions').click();
    await expect(ben.page.getByTestId('session')).toHaveCount(1);
    await expect(ben.page.getByTestId('session')).toContainText('Anna, Ben');
    await seen(ben.page, 'sessions');
    await ben.page.getByTestId('session').click();
    await expect(ben.page.getByTestId('timeline')).toBeVisible();
    for (const text of ['Two pages of the essay', 'Read chapter two', 'Shall we begin?'])
      await expect(ben.page.getByText(text)).toBeVisible();
    await seen(ben.page, 'session');
  });

  await test.step('taken along in four forms', async () => {
    const json = await exported(ben.page, 'json');
    expect(JSON.parse(json.text)).toMatchObject({ schema: 'focusly-session/1', roomId });
    expect((await exported(ben.page, 'csv')).text).toContain('Read chapter two');
    expect((await exported(ben.page, 'md')).text).toContain('Two pages of the essay');
    const calendar = await exported(ben.page, 'ics');
    expect(calendar.name).toMatch(/\.ics$/);
    expect(calendar.text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
  });

  await test.step('my focus', async () => {
    await ben.page.goto(`${server.url}/focus`);
    await expect(ben.page.getByTestId('heat')).toBeVisible();
    await expect(ben.page.getByRole('link', { name: roomId })).toBeVisible();
    await seen(ben.page, 'focus');
    expect((await exported(ben.page, 'csv')).text).toContain(roomId);
  });

  await test.step('others see nothing, with or without the address', async () => {
    const { page } = cleo;
    await page.goto(`${room}/sessions`);
    await expect(page.getByText('There is no session that you took part in yet')).toBeVisible();
    const address = await anna.page.evaluate(async (id) => {
      const { sessions } = (await (await fetch(`/api/rooms/${id}/sessions`)).json()) as {
        sessions: { sessionId: string }[];
      };
      return sessions[0]?.sessionId.split('.')[1];
    }, roomId);
    await page.goto(`${room}/sessions/${address}`);
    await expect(page.getByText('There is no such session')).toBeVisible();
    await page.goto(`${server.url}/focus`);
    await expect(page.getByText('Nothing has been counted yet')).toBeVisible();
  });
});
