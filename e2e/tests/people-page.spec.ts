import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoOverflow, takePicture, useScheme } from '../harness/looks.ts';
import { expect, test } from '../harness/test.ts';
import type { Visitor } from '../harness/visitor.ts';

const AWAY_AFTER = '05:01';

/** Makes a room on the home page, and goes in; resolves to its address. */
async function makeRoom(owner: Visitor, serverUrl: string, template: string): Promise<string> {
  const { page } = owner;
  await page.goto(serverUrl);
  await page.getByTestId('home-set-up').click();
  await page.getByTestId('new-room-name').fill('Maths');
  await page.getByTestId(`template-${template}`).check();
  await page.getByTestId('new-room-create').click();
  await page.getByTestId('lobby-name').fill(owner.name);
  await owner.join();
  return page.url();
}

async function openPeople({ page }: Visitor): Promise<void> {
  await page.getByTestId('toolbar-people').click();
  await expect(page.getByTestId('people-list')).toBeVisible();
}

function row(page: Page, name: string): Locator {
  return page.getByTestId('person').filter({ hasText: name });
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await row(page, name).getByTestId('person-menu').click();
  await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
}

async function openSettings(page: Page): Promise<void> {
  await page.getByTestId('toolbar-more').click();
  await page.getByTestId('toolbar-room-settings').click();
  await expect(page.getByTestId('room-settings')).toBeVisible();
}

async function knock(visitor: Visitor, room: string): Promise<void> {
  await visitor.openLobby(room);
  await visitor.page.getByTestId('lobby-join').click();
}

const title = (page: Page, text: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: text })).toBeVisible();

test('the owner of a class lets in, mutes, sends away, bans, hands over and locks', async ({
  server,
  arrive,
}) => {
  const [ann, ben, cleo] = [await arrive('Ann'), await arrive('Ben'), await arrive('Cleo')];
  const room = await makeRoom(ann, server.url, 'class');

  await test.step('the second waits, and comes in when the owner says so in the toast', async () => {
    await knock(ben, room);
    await title(ben.page, 'You wait to be let in');
    await ann.page.getByRole('button', { name: 'Admit Ben' }).click();
    await ben.joined();
    await expect(ann.page.getByTestId('waiting-toast')).toHaveCount(0);
  });

  await test.step('the third is refused, and asks once more', async () => {
    await openPeople(ann);
    await knock(cleo, room);
    await ann.page.getByTestId('waiting-list').getByRole('button', { name: 'Refuse Cleo' }).click();
    await title(cleo.page, 'You were not let in');
    await cleo.page.getByTestId('refused-retry').click();
    await cleo.page.getByTestId('lobby-join').click();
    await ann.page.getByTestId('waiting-list').getByRole('button', { name: 'Admit Cleo' }).click();
    await cleo.joined();
  });

  await test.step('hands have an order, in the list and on the tiles, and are lowered', async () => {
    await cleo.page.getByTestId('toolbar-hand').click();
    await expect(row(ann.page, 'Cleo')).toHaveAttribute('data-hand', '1');
    await ben.page.getByTestId('toolbar-hand').click();
    await expect(row(ann.page, 'Ben')).toHaveAttribute('data-hand', '2');
    await expect(ann.page.getByTestId('person').first()).toContainText('Cleo');
    const tile = ann.tileOf(await ben.userId());
    await expect(tile.getByRole('img', { name: 'Hand raised, number 2' })).toBeVisible();
    await choose(ann.page, 'Cleo', 'Lower the hand');
    await expect(cleo.page.getByTestId('toolbar-hand')).toHaveAttribute('data-on', 'false');
    await expect(row(ann.page, 'Ben')).toHaveAttribute('data-hand', '1');
  });

  await test.step('who is muted stays so until the owner allows to speak', async () => {
    const microphone = ben.page.getByTestId('toolbar-mic');
    await choose(ann.page, 'Ben', 'Mute');
    await expect(microphone).toHaveAttribute('data-on', 'false');
    await expect(ben.page.getByTestId('notice').filter({ hasText: 'Ann muted you.' })).toBeVisible();
    await expect(microphone).toHaveAccessibleName(/Ann muted you/);
    await ben.page.keyboard.press('m');
    await expect(ben.page.getByTestId('notice').filter({ hasText: 'You can speak again' })).toBeVisible();
    await expect(microphone).toHaveAttribute('data-on', 'false');
    await choose(ann.page, 'Ben', 'Allow to unmute');
    await expect(microphone).toHaveAccessibleName('Turn on microphone');
    await microphone.click();
    await expect(row(ann.page, 'Ben').getByRole('img', { name: 'Microphone on' })).toBeVisible();
  });

  await test.step('who is removed may ask again', async () => {
    await choose(ann.page, 'Cleo', 'Remove from the room');
    await title(cleo.page, 'You were removed from the room');
    await expect(row(ann.page, 'Cleo')).toHaveCount(0);
    await cleo.page.getByTestId('refused-retry').click();
    await cleo.page.getByTestId('lobby-join').click();
    await title(cleo.page, 'You wait to be let in');
    await cleo.page.getByTestId('waiting-leave').click();
    await expect(ann.page.getByTestId('waiting')).toHaveCount(0);
  });

  await test.step('who is banned cannot come back until that is lifted', async () => {
    await choose(ann.page, 'Ben', 'Ban from the room');
    await ann.page.getByTestId('confirm').click();
    await title(ben.page, 'You are banned from this room');
    await knock(ben, room);
    await title(ben.page, 'You are banned from this room');
    await ann.page.getByRole('button', { name: 'Lift the ban of Ben' }).click();
    await expect(ann.page.getByTestId('banned-list')).toHaveCount(0);
    await knock(ben, room);
    await ann.page.getByRole('button', { name: 'Admit Ben' }).click();
    await ben.joined();
  });

  await test.step('the new owner locks the room, and the former one can do nothing any more', async () => {
    await choose(ann.page, 'Ben', 'Hand over the room');
    await ann.page.getByTestId('confirm').click();
    await expect(row(ann.page, 'Ben')).toContainText('Owner');
    await expect(ann.page.getByTestId('person-menu')).toHaveCount(0);
    await openSettings(ben.page);
    await ben.page.getByTestId('setting-locked').check();
    await openSettings(ann.page);
    await expect(ann.page.getByTestId('room-settings')).toContainText('The room is locked');
    await expect(ann.page.getByRole('checkbox')).toHaveCount(0);
    await knock(cleo, room);
    await title(cleo.page, 'The room is locked');
  });
});

test('settings and statuses reach everyone, and who touches nothing is away', async ({ server, arrive }) => {
  const [ann, ben] = [await arrive('Ann'), await arrive('Ben')];
  await ben.page.clock.install();
  const room = await makeRoom(ann, server.url, 'co-working');
  await ben.enter(room);
  await openPeople(ann);

  await test.step('what only owners may do is refused to others with its reason, at once', async () => {
    await ben.page.getByTestId('toolbar-chat').click();
    await expect(ben.page.getByTestId('chat-field')).toBeVisible();
    await ann.page.getByTestId('people-settings').click();
    await ann.page.getByTestId('setting-chat').uncheck();
    await expect(ben.page.getByText('Only owners of this room can write here')).toBeVisible();
    await ann.page.getByTestId('setting-screen').uncheck();
    await expect(ben.page.getByTestId('toolbar-screen')).toHaveAttribute('aria-disabled', 'true');
    await ann.page.getByTestId('setting-chat').check();
    await expect(ben.page.getByTestId('chat-field')).toBeVisible();
    await ann.page.keyboard.press('Escape');
  });

  await test.step('a chosen status is seen, gives way to being away, and comes back', async () => {
    await ben.page.getByTestId('toolbar-people').click();
    await ben.page.getByTestId('own-status').click();
    await ben.page.getByRole('menuitemradio', { name: 'Focusing' }).click();
    await expect(row(ann.page, 'Ben')).toHaveAttribute('data-status', 'focusing');
    await ben.page.clock.fastForward(AWAY_AFTER);
    await expect(row(ann.page, 'Ben')).toHaveAttribute('data-status', 'away');
    await ben.page.mouse.move(200, 200);
    await expect(row(ann.page, 'Ben')).toHaveAttribute('data-status', 'focusing');
  });
});

test('the owner link makes an owner in another browser, and shows its key to nobody', async ({
  server,
  arrive,
}) => {
  const [ann, ben, cleo] = [await arrive('Ann'), await arrive('Ben'), await arrive('Cleo')];
  const room = await makeRoom(ann, server.url, 'class');
  await openSettings(ann.page);
  const link = await ann.page.getByTestId('owner-link').inputValue();
  expect(link).toMatch(/\/r\/[^#]+#owner=[\w-]{20,}$/);

  await ben.openLobby(link);
  expect(ben.page.url()).toBe(room);
  await ben.join();
  await openSettings(ben.page);
  await expect(ben.page.getByTestId('owner-link')).toHaveValue(link);
  await ann.page.keyboard.press('Escape');
  await openPeople(ann);
  await expect(row(ann.page, 'Ben')).toContainText('Owner');

  await cleo.openLobby(`${room}#owner=${'x'.repeat(43)}`);
  expect(cleo.page.url()).toBe(room);
  await cleo.page.getByTestId('lobby-join').click();
  await title(cleo.page, 'You wait to be let in');
  await expect(cleo.page.getByTestId('notice')).toContainText('not this room’s');
});

/** Nothing that scrolls has to be scrolled sideways. */
async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(wide).toEqual([]);
}

/** What can be pressed in there is large enough for a finger; of a field with words beside it, both are pressed. */
async function expectTouchable(root: Locator): Promise<void> {
  const small = await root.evaluate((element) =>
    [...element.querySelectorAll('button, a, input')]
      .map((control) => control.closest('label') ?? control)
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && Math.min(box.width, box.height) < 43.5)
      .map(({ control }) => control.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
}

for (const [width, height] of [
  [390, 844],
  [1280, 800],
] as const) {
  test(`what owners see looks right and is accessible ${width} pixels wide`, async ({ server, arrive }) => {
    const context = { viewport: { width, height } };
    const [ann, ben] = [await arrive('Ann', { context }), await arrive('Ben Okafor-Lindqvist', { context })];
    const { page } = ann;
    const look = async (subject: Page, name: string, root: Locator): Promise<void> => {
      for (const scheme of ['light', 'dark'] as const) {
        await useScheme(subject, scheme);
        await takePicture(subject, `people-${name}-${width}-${scheme}`);
      }
      await expectNoOverflow(subject);
      await expectNoSidewaysScrolling(subject);
      await expectTouchable(root);
      await expectAccessible(subject);
      await useScheme(subject, 'light');
    };

    await page.goto(server.url);
    await page.getByTestId('home-set-up').click();
    await page.getByTestId('template-class').check();
    await look(page, 'create', page.getByRole('dialog'));
    await page.getByTestId('new-room-create').click();
    await page.getByTestId('lobby-name').fill(ann.name);
    await ann.join();

    await knock(ben, page.url());
    await expect(ben.page.getByTestId('waiting-page')).toBeVisible();
    await look(ben.page, 'door', ben.page.getByTestId('waiting-page'));

    await expect(page.getByTestId('waiting-toast')).toBeVisible();
    await look(page, 'toast', page.getByTestId('waiting-toast'));
    if (width < 768) await page.getByTestId('toolbar-more').click();
    await page.getByTestId('toolbar-people').click();
    const panel = page.locator('aside, [role=dialog]').filter({ has: page.getByTestId('people-list') });
    await look(page, 'panel', panel);
    await page.getByTestId('people-settings').click();
    await look(page, 'settings', page.getByRole('dialog', { name: 'Room settings' }));
    await page.keyboard.press('Escape');

    await page
      .getByTestId('waiting-list')
      .getByRole('button', { name: /^Admit/ })
      .click();
    await ben.joined();
    await ben.page.getByTestId('toolbar-hand').click();
    await expect(row(page, 'Ben')).toHaveAttribute('data-hand', '1');
    await row(page, 'Ben').getByTestId('person-menu').click();
    await look(page, 'menu', page.getByRole('menu'));
  });
}
