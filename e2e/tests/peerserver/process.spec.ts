import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { expect, test as base, type Broker } from '../../harness/brokers.ts';
import { makeCertificate, type CertificateFiles } from '../../harness/certificate.ts';
import { Focusly } from '../../harness/focusly.ts';
import { PeerServer } from '../../harness/peer-server.ts';
import { accepts } from '../../harness/ports.ts';
import { freshId, listed, RawPeer } from '../../harness/raw-peer.ts';

const test = base.extend<{ certificate: CertificateFiles }>({
  certificate: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'focusly-e2e-'));
    await use(await makeCertificate(folder));
    await rm(folder, { recursive: true });
  },
});

const ended = (broker: Broker) => expect.poll(() => broker.running, { intervals: [10] });

test.describe('a signal to end', () => {
  test('focusly tells its peers, ends, and has named nobody', async ({ kept }) => {
    const broker = await kept(Focusly.start());
    const peers = [await RawPeer.join(broker), await RawPeer.join(broker)];
    broker.signal('SIGTERM');
    for (const peer of peers) expect(await peer.socket.closed).toBe(1001);
    await ended(broker).toBe(false);
    expect(broker.exitCode).toBe(143); // as a JVM says SIGTERM
    expect(broker.log).toMatch(/^Focusly is ready: open http:\/\/localhost:\d+$/m);
    for (const { id } of peers) expect(broker.log).not.toContain(id);
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`peer waits at ${signal} until its clients have gone by themselves`, async ({ kept }) => {
      const broker = await kept(PeerServer.cli());
      const [ann, bea] = [await RawPeer.join(broker), await RawPeer.join(broker)];
      broker.signal(signal);
      // The port is closed, and whoever is there goes on as if nothing had been.
      await expect.poll(() => accepts(broker.port), { intervals: [10] }).toBe(false);
      ann.send({ type: 'OFFER', dst: bea.id, payload: 'still here' });
      expect(await bea.next()).toMatchObject({ payload: 'still here' });
      expect(broker.running).toBe(true);
      await ann.socket.leave();
      await bea.socket.leave();
      await ended(broker).toBe(false);
      expect(broker.exitCode).toBe(0);
      expect(broker.log).toContain('Http server closed.');
    });
  }
});

test.describe('what is written', () => {
  test('peer names its clients', async ({ kept }) => {
    const broker = await kept(PeerServer.cli('--path', '/p'));
    const peer = await RawPeer.join(broker, undefined, undefined, { path: '/p' });
    await peer.socket.leave();
    await expect.poll(() => broker.log).toContain(`Client disconnected: ${peer.id}`);
    expect(broker.log).toMatch(/^Started PeerServer on ::, port: \d+, path: \/p$/m);
    expect(broker.log).toContain(`Client connected: ${peer.id}`);
  });

  test('peer tells its events in library mode: connection again at a takeover, disconnect once', async ({
    kept,
  }) => {
    const broker = await kept(PeerServer.library({ allow_discovery: true }));
    const ann = await RawPeer.join(broker);
    const again = await RawPeer.connect(broker, ann.id);
    again.send({ type: 'HEARTBEAT' });
    await again.soFar();
    await ann.socket.leave();
    await again.socket.leave();
    await listed(broker, ann.id, false);
    await expect.poll(() => broker.log).toContain('disconnect');
    const events = broker.log.split('\n').filter((line) => line.includes(ann.id));
    expect(events.map((line) => JSON.parse(line) as unknown)).toEqual([
      { event: 'connection', id: ann.id },
      { event: 'connection', id: ann.id },
      { event: 'message', id: ann.id, type: 'HEARTBEAT' },
      { event: 'message', id: ann.id, type: 'CANDIDATE' },
      { event: 'disconnect', id: ann.id },
    ]);
  });
});

test.describe('TLS', () => {
  test('peer speaks it with certificate and key; ours has tests of its own for that', async ({
    kept,
    certificate,
  }) => {
    const flags = ['--sslcert', certificate.certificate, '--sslkey', certificate.key];
    const { port } = await kept(PeerServer.cli(...flags));
    const path = `/peerjs?key=peerjs&id=${freshId()}&token=t`;
    const socket = new WebSocket(`wss://localhost:${port}${path}`, { rejectUnauthorized: false });
    const first = await new Promise<string>((resolve) =>
      socket.once('message', (data) => resolve(String(data))),
    );
    expect(first).toBe('{"type":"OPEN"}');
    socket.terminate();
  });

  test('peer does not start with half of it', async ({ certificate }) => {
    for (const half of [
      ['--sslcert', certificate.certificate],
      ['--sslkey', certificate.key],
    ]) {
      const child = PeerServer.command('--port', '9', ...half);
      await expect.poll(() => child.running).toBe(false);
      expect(child.exitCode).toBe(1);
      expect(child.output).toContain('either the key or the certificate has not been provided');
    }
  });

  test('focusly does not start with half of it', async ({ certificate }) => {
    await expect(Focusly.start({ FOCUSLY_TLS_CERT: certificate.certificate })).rejects.toThrow(
      'FOCUSLY_TLS_KEY is missing: certificate and key go together',
    );
  });
});

test('the command has the options and defaults that the contract names', async () => {
  const child = PeerServer.command('--help');
  await expect.poll(() => child.running).toBe(false);
  const help = child.output.replaceAll(/\s+/g, ' ');
  for (const [option, fallback] of [
    ['-t, --expire_timeout', '[default: 5000]'],
    ['-c, --concurrent_limit', '[default: 5000]'],
    ['--alive_timeout', '[default: 60000]'],
    ['-k, --key', '[default: "peerjs"]'],
    ['--path', '[string] [default: "/"]'],
    ['-p, --port', '[number] [required]'],
    ['-H, --host', '[string]'],
    ['--sslkey', '[string]'],
    ['--sslcert', '[string]'],
    ['--allow_discovery', '[boolean]'],
    ['--proxied', '[boolean] [default: false]'],
    ['--cors', '[array]'],
  ]) {
    const described = help.slice(help.indexOf(` ${option} `));
    expect(described, option).toContain(fallback);
    expect(
      described.slice(0, described.indexOf(fallback ?? '')).match(/ --/g)?.length ?? 0,
      option,
    ).toBeLessThan(2);
  }
});
