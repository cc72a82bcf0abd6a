import { fakeDevices } from '../harness/chromium.ts';
import { Nginx } from '../harness/nginx.ts';
import { expect, test } from '../harness/test.ts';

test('a call works through nginx, over WebSocket and over polling', async ({
  startServer,
  openBrowser,
  arrive,
}) => {
  const server = await startServer({ FOCUSLY_HOST: '127.0.0.1', FOCUSLY_TRUSTED_PROXIES: '127.0.0.1' });
  const nginx = await Nginx.inFrontOf(server.port);
  const browser = await openBrowser([...fakeDevices, '--ignore-certificate-errors']);
  try {
    const room = `${nginx.url}/r/${await server.createRoom()}`;
    const anna = await arrive('Anna', { browser });
    const ben = await arrive('Ben', { browser });
    const transports = new Set<string>();
    for (const { page } of [anna, ben]) {
      page.on('websocket', (socket) => transports.add(`websocket ${new URL(socket.url()).pathname}`));
      page.on('request', (request) => {
        if (request.url().includes('transport=polling')) transports.add('polling');
      });
    }
    await ben.context.addInitScript(refuseSocketIoUpgrades);
    await Promise.all([anna.enter(room), ben.enter(room)]);
    await anna.seesAndHears([await ben.userId()]);
    await ben.seesAndHears([await anna.userId()]);
    expect([...transports].sort()).toEqual(['polling', 'websocket /peerjs', 'websocket /socket.io/']);

    await test.step('the server believes what the proxy says of the scheme', async () => {
      const cookies = await anna.context.cookies();
      expect(cookies).not.toEqual([]);
      expect(cookies.filter(({ secure }) => !secure)).toEqual([]);
    });

    await test.step('who leaves is gone at once, so polling is not held up', async () => {
      const benId = await ben.userId();
      const gone = anna.gone(benId, 5_000);
      const leftAt = await ben.press('toolbar-leave');
      expect((await gone) - leftAt).toBeLessThan(1_000);
    });
  } finally {
    await nginx.stop();
  }
});

/** As behind a proxy that lets no Socket.IO WebSocket through: the upgrade fails, PeerJS's own does not. */
function refuseSocketIoUpgrades(): void {
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(String(url).replace('transport=websocket', 'transport=refused'), protocols);
    }
  };
}
