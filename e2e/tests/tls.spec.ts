import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate, servedFingerprint } from '../harness/certificate.ts';
import { fakeDevices } from '../harness/chromium.ts';
import { expect, test } from '../harness/test.ts';

test('a call over TLS lives through a new certificate', async ({ startServer, openBrowser, arrive }) => {
  const folder = await mkdtemp(join(tmpdir(), 'focusly-tls-'));
  const { certificate, key } = await makeCertificate(folder);
  const server = await startServer({ FOCUSLY_TLS_CERT: certificate, FOCUSLY_TLS_KEY: key });
  const browser = await openBrowser([...fakeDevices, '--ignore-certificate-errors']);
  try {
    const room = `${server.url}/r/${await server.createRoom()}`;
    expect(room).toMatch(/^https:/);
    const [anna, ben] = [await arrive('Anna', { browser }), await arrive('Ben', { browser })];
    await Promise.all([anna.enter(room), ben.enter(room)]);
    const [annaId, benId] = [await anna.userId(), await ben.userId()];
    await Promise.all([anna.seesAndHears([benId]), ben.seesAndHears([annaId])]);
    const cookies = await anna.context.cookies();
    expect(cookies.filter(({ secure, httpOnly }) => !secure || !httpOnly)).toEqual([]);
    expect(cookies).not.toEqual([]);

    const before = await servedFingerprint(server.port);
    await makeCertificate(folder);
    await expect
      .poll(() => servedFingerprint(server.port), { timeout: 15_000, intervals: [200] })
      .not.toBe(before);
    await Promise.all([anna.seesAndHears([benId]), ben.seesAndHears([annaId])]);
    const cleo = await arrive('Cleo', { browser });
    await cleo.enter(room);
    await cleo.seesAndHears([annaId, benId]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
