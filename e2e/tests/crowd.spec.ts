import { expectCall } from '../harness/call-checks.ts';
import { expect, test } from '../harness/test.ts';
import type { Visitor } from '../harness/visitor.ts';

const PUBLISHERS = 8;
const PEOPLE = PUBLISHERS + 1;
/** Time for nine pages on two cores to hear of the moment before it comes. */
const LEAD_MS = 3_000;
const SETTLED_MS = 90_000;

test('nine who join in the same tenth of a second all find each other', async ({ server, arrive }) => {
  test.setTimeout(240_000);
  const room = `${server.url}/r/${await server.createRoom()}`;
  const everyone: Visitor[] = [];
  for (let number = 1; number <= PEOPLE; number++) {
    const visitor = await arrive(`Person ${number}`, {
      probe: { capture: { width: 160, height: 90, frameRate: 5 } },
      // The least that shows nine tiles at once: painting them costs more than decoding them.
      context: { viewport: { width: 720, height: 520 } },
    });
    await visitor.openLobby(room);
    everyone.push(visitor);
  }

  const at = Date.now() + LEAD_MS;
  const pressed = await Promise.all(everyone.map((visitor) => visitor.pressAt('lobby-join', at)));
  expect(Math.max(...pressed) - Math.min(...pressed)).toBeLessThanOrEqual(100);
  await Promise.all(everyone.map((visitor) => visitor.joined()));

  await test.step('eight publish, the ninth is told that it only listens', async () => {
    const listening = async (): Promise<number> => {
      const told = everyone.map(({ page }) => page.getByTestId('listening-banner').isVisible());
      return (await Promise.all(told)).filter(Boolean).length;
    };
    await expect.poll(listening, { timeout: SETTLED_MS }).toBe(PEOPLE - PUBLISHERS);
  });

  const ids = await Promise.all(everyone.map((visitor) => visitor.userId()));
  const publishers: string[] = [];
  for (const [index, { page }] of everyone.entries()) {
    if (!(await page.getByTestId('listening-banner').isVisible())) publishers.push(ids[index] ?? '');
  }

  await test.step('everyone receives every publisher', async () => {
    for (const [index, visitor] of everyone.entries()) {
      const others = publishers.filter((id) => id !== ids[index]);
      await visitor.seesAndHears(others, { timeoutMs: SETTLED_MS });
    }
  });

  await test.step('one connection a pair, and no tile too many', async () => {
    for (const visitor of everyone) {
      await expectCall(visitor, { people: PEOPLE, links: PEOPLE - 1 }, SETTLED_MS);
      const shown = (await visitor.call()).tiles.map(({ userId }) => userId).sort();
      expect(shown).toEqual([...ids].sort());
    }
  });
});
