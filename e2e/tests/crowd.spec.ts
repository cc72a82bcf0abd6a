import { expectCall } from '../harness/call-checks.ts';
import { expect, test } from '../harness/test.ts';
import type { Visitor } from '../harness/visitor.ts';

/**
 * Nine pages on two cores, which are 64 voices and pictures to be coded and as many to be decoded: slow, small cameras, plain
 * voices, and pages that are the least that shows nine tiles, and stand still.
 */
const slowDevices = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=fps=2'];
const capture = { width: 160, height: 120, frameRate: 2 };
const cheapToPaint = { viewport: { width: 720, height: 520 }, reducedMotion: 'reduce' as const };

const PUBLISHERS = 8;
const PEOPLE = PUBLISHERS + 1;
/** Time for nine pages on two cores to hear of the moment before it comes. */
const LEAD_MS = 3_000;
const SETTLED_MS = 90_000;

test('nine who join in the same tenth of a second all find each other', async ({
  server,
  openBrowser,
  arrive,
}) => {
  test.setTimeout(240_000);
  const room = `${server.url}/r/${await server.createRoom()}`;
  const browser = await openBrowser(slowDevices);
  const everyone: Visitor[] = [];
  for (let number = 1; number <= PEOPLE; number++)
    everyone.push(
      await arrive(`Person ${number}`, {
        browser,
        plainVoice: true,
        probe: { capture },
        context: cheapToPaint,
      }),
    );
  await joinAtOnce(everyone, room);

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
    await Promise.all(
      everyone.map((visitor, index) => {
        const others = publishers.filter((id) => id !== ids[index]);
        return visitor.seesAndHears(others, { timeoutMs: SETTLED_MS });
      }),
    );
  });

  await test.step('one connection a pair, and no tile too many', async () => {
    await Promise.all(
      everyone.map(async (visitor) => {
        await expectCall(visitor, { people: PEOPLE, links: PEOPLE - 1 }, SETTLED_MS);
        const shown = (await visitor.call()).tiles.map(({ userId }) => userId).sort();
        expect(shown).toEqual([...ids].sort());
      }),
    );
  });
});

/** A busy machine may let some pages miss the moment; then all of them try again. */
async function joinAtOnce(everyone: Visitor[], room: string): Promise<void> {
  await expect(async () => {
    for (const visitor of everyone) await visitor.openLobby(room);
    const at = Date.now() + LEAD_MS;
    const pressed = await Promise.all(everyone.map((visitor) => visitor.pressAt('lobby-join', at)));
    expect(Math.max(...pressed) - Math.min(...pressed)).toBeLessThanOrEqual(100);
  }).toPass({ timeout: 90_000 });
  await Promise.all(everyone.map((visitor) => visitor.joined()));
}
