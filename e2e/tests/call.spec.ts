import { expectCall, expectSilence } from '../harness/call-checks.ts';
import { FreezableBrowser } from '../harness/chromium.ts';
import { expect, test } from '../harness/test.ts';

const HEARTBEAT = { FOCUSLY_PING_INTERVAL: '1s', FOCUSLY_PING_TIMEOUT: '1500ms' };

test('three people see and hear each other, and notice a mute and a leaving', async ({ server, arrive }) => {
  const room = `${server.url}/r/${await server.createRoom()}`;
  const [anna, ben, cleo] = [await arrive('Anna'), await arrive('Ben'), await arrive('Cleo')];
  await Promise.all([anna, ben, cleo].map((one) => one.enter(room)));
  const [annaId, benId, cleoId] = [await anna.userId(), await ben.userId(), await cleo.userId()];

  await test.step('everyone receives both others', async () => {
    await anna.seesAndHears([benId, cleoId]);
    await ben.seesAndHears([annaId, cleoId]);
    await cleo.seesAndHears([annaId, benId]);
    for (const one of [anna, ben, cleo]) await expectCall(one, { people: 3, links: 2 });
  });

  await test.step('a mute shows at the others, and is silence', async () => {
    await anna.page.getByTestId('toolbar-mic').click();
    for (const one of [ben, cleo]) await expect(one.tileOf(annaId)).toHaveAttribute('data-mic', 'false');
    await expectSilence(ben, { silent: annaId, heard: cleoId });
    await anna.page.getByTestId('toolbar-mic').click();
    for (const one of [ben, cleo]) await expect(one.tileOf(annaId)).toHaveAttribute('data-mic', 'true');
    await ben.hears([annaId]);
  });

  await test.step('a camera that is switched off shows at the others', async () => {
    await ben.page.getByTestId('toolbar-camera').click();
    for (const one of [anna, cleo]) await expect(one.tileOf(benId)).toHaveAttribute('data-camera', 'false');
    await ben.page.getByTestId('toolbar-camera').click();
    for (const one of [anna, cleo]) await expect(one.tileOf(benId)).toHaveAttribute('data-camera', 'true');
    await anna.sees([benId]);
  });

  await test.step('the tile of someone who leaves is gone within a second', async () => {
    const seen = [anna.gone(cleoId, 5_000), ben.gone(cleoId, 5_000)];
    const leftAt = await cleo.press('toolbar-leave');
    for (const goneAt of await Promise.all(seen)) expect(goneAt - leftAt).toBeLessThan(1_000);
    await anna.seesAndHears([benId]);
    for (const one of [anna, ben]) await expectCall(one, { people: 2, links: 1 });
  });
});

test('who stops answering goes after the heartbeat', async ({ startServer, arrive }) => {
  const server = await startServer(HEARTBEAT);
  const room = `${server.url}/r/${await server.createRoom()}`;
  const frozen = await FreezableBrowser.launch();
  try {
    const anna = await arrive('Anna');
    const dora = await arrive('Dora', { browser: frozen.browser });
    await Promise.all([anna.enter(room), dora.enter(room)]);
    const doraId = await dora.userId();
    await anna.seesAndHears([doraId]);

    const gone = anna.gone(doraId, 8_000);
    const frozenAt = Date.now();
    frozen.freeze();
    const elapsed = (await gone) - frozenAt;
    // At the latest: the next ping after an interval, its timeout, and a moment for the news.
    expect(elapsed).toBeLessThan(1_000 + 1_500 + 1_000);
    await expectCall(anna, { people: 1, links: 0 });
  } finally {
    await frozen.close();
  }
});
