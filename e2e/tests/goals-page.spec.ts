import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoOverflow, takePicture, useScheme } from '../harness/looks.ts';
import { expect, test } from '../harness/test.ts';
import type { Visitor } from '../harness/visitor.ts';

const goalOn = (page: Page, name: string): Locator =>
  page.getByTestId('tile').filter({ hasText: name }).getByTestId('tile-goal');

async function seen(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await useScheme(page, scheme);
    await takePicture(page, `${name}-${scheme}`);
  }
  await expectAccessible(page);
  await expectNoOverflow(page);
}

test('a goal is said on entering, seen by the others, and closed on leaving', async ({ server, arrive }) => {
  const room = `${server.url}/r/${await server.createRoom()}`;
  const [anna, ben, cleo] = [await arrive('Anna'), await arrive('Ben'), await arrive('Cleo')];
  await anna.openLobby(room);
  await anna.page.getByTestId('lobby-goal').fill('Two pages of the essay');
  await seen(anna.page, 'lobby-goal');
  await Promise.all([anna.join(), ben.enter(room), cleo.enter(room)]);

  await test.step('on the tile, for all', async () => {
    for (const { page } of [anna, ben, cleo])
      await expect(goalOn(page, 'Anna')).toContainText('Two pages of the essay');
    await expect(goalOn(anna.page, 'Ben')).toHaveCount(0);
  });

  await test.step('set and changed in the panel', async () => {
    await ben.page.keyboard.press('g');
    await ben.page.getByTestId('goal-text').fill('Vocabulary');
    await ben.page.keyboard.press('Enter');
    await expect(goalOn(cleo.page, 'Ben')).toContainText('Vocabulary');
    await ben.page.getByTestId('goal-text').fill('Vocabulary, aloud');
    await ben.page.getByTestId('goal-save').click();
    await expect(goalOn(cleo.page, 'Ben')).toContainText('aloud');
    await seen(ben.page, 'goals');
  });

  await test.step('closed on leaving, as the others see', async () => {
    await anna.page.getByTestId('toolbar-leave').click();
    await expect(anna.page.getByTestId('goal-done')).toBeFocused();
    await seen(anna.page, 'goal-leaving');
    await anna.page.keyboard.press('ArrowRight');
    await anna.page.keyboard.press('Enter');
    await expect(anna.page.getByTestId('left-rejoin')).toBeVisible();
    await expect(ben.page.locator('[data-testid=goal][data-outcome=partly]')).toContainText('Anna');
  });
});

test('a stand-up asks its questions, and gives the floor in turn', async ({ server, arrive }) => {
  const [anna, ben, cleo] = [await arrive('Anna'), await arrive('Ben'), await arrive('Cleo')];
  const room = await makeStandup(anna, server.url);
  await ben.openLobby(room);
  await ben.page.getByTestId('lobby-today').fill('The release notes');
  await seen(ben.page, 'lobby-standup');
  await ben.join();
  await cleo.enter(room);
  for (const { page } of [anna, ben, cleo]) {
    await page.keyboard.press('g');
    await expect(page.getByTestId('answer')).toContainText('The release notes');
  }
  await expect(ben.page.getByTestId('standup-start')).toHaveCount(0);

  await test.step('the owner begins; all see who speaks, and that the time is up', async () => {
    await anna.page.getByTestId('standup-seconds').fill('15');
    await anna.page.getByTestId('standup-start').click();
    for (const { page } of [anna, ben, cleo]) await expectSpeaker(page, 'Anna');
    await expect(ben.page.getByTestId('standup-next')).toHaveCount(0);
    await seen(anna.page, 'standup');
    for (const { page } of [anna, ben, cleo]) {
      await expect(page.getByTestId('tile-turn').getByTestId('turn-time')).toHaveAttribute(
        'data-over',
        'true',
        {
          timeout: 25_000,
        },
      );
      await expect(page.getByTestId('standup-announcer')).toContainText('the time is up');
    }
  });

  await test.step('the owner and who speaks pass on, and it ends', async () => {
    await anna.page.getByTestId('standup-next').click();
    for (const { page } of [anna, ben, cleo]) await expectSpeaker(page, 'Ben');
    await ben.page.keyboard.press('n');
    for (const { page } of [anna, ben, cleo]) await expectSpeaker(page, 'Cleo');
    await cleo.page.getByTestId('standup-next').click();
    for (const { page } of [anna, ben, cleo]) await expect(page.getByTestId('standup-round')).toHaveCount(0);
  });
});

async function makeStandup(owner: Visitor, serverUrl: string): Promise<string> {
  const { page, name } = owner;
  await page.goto(serverUrl);
  await page.getByTestId('home-set-up').click();
  await page.getByTestId('template-stand-up').check();
  await page.getByTestId('new-room-create').click();
  await page.getByTestId('lobby-name').fill(name);
  await owner.join();
  return page.url();
}

async function expectSpeaker(page: Page, name: string): Promise<void> {
  await expect(page.getByTestId('standup-speaker')).toHaveText(name);
  await expect(page.locator('[data-testid=tile][data-turn=true]')).toContainText(name);
}
