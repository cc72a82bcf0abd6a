import { expectCall } from '../harness/call-checks.ts';
import { expect, test } from '../harness/test.ts';

test('a server that is killed and started again does not end a call', async ({ startServer, arrive }) => {
  const server = await startServer();
  const room = `${server.url}/r/${await server.createRoom()}`;
  const [anna, ben] = [await arrive('Anna'), await arrive('Ben')];
  await Promise.all([anna.enter(room), ben.enter(room)]);
  const [annaId, benId] = [await anna.userId(), await ben.userId()];
  await Promise.all([anna.seesAndHears([benId]), ben.seesAndHears([annaId])]);
  const callsBefore = [(await anna.call()).made, (await ben.call()).made];
  await Promise.all([anna.watchFrames(), ben.watchFrames()]);

  await test.step('both are told that the server is away', async () => {
    await server.kill();
    for (const { page } of [anna, ben]) await expect(page.getByTestId('status-banner')).toBeVisible();
  });

  await test.step('signalling is back within three seconds', async () => {
    const back = [anna, ben].map((visitor) => visitor.bannerGone(20_000));
    const acceptedAt = await server.startAgain();
    for (const at of await Promise.all(back)) expect(at - acceptedAt).toBeLessThan(3_000);
  });

  await test.step('who joins afterwards sees both and is seen', async () => {
    const cleo = await arrive('Cleo');
    await cleo.enter(room);
    await cleo.seesAndHears([await anna.userId(), await ben.userId()]);
    await anna.seesAndHears([benId, await cleo.userId()]);
    await ben.seesAndHears([annaId, await cleo.userId()]);
    for (const visitor of [anna, ben, cleo]) await expectCall(visitor, { people: 3, links: 2 });
  });

  await test.step('the pictures never stood still, and their connections are the old ones', async () => {
    expect([await anna.userId(), await ben.userId()]).toEqual([annaId, benId]);
    for (const visitor of [anna, ben]) expect(await visitor.longestStandstill()).toBeLessThan(1_000);
    const callsAfter = [(await anna.call()).made, (await ben.call()).made];
    expect(callsAfter).toEqual(callsBefore.map((made) => made + 1));
  });
});
