import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, plainEnvironment } from './child.ts';
import { accepts, freePort } from './ports.ts';

/** Debian's TURN server, with the shared secret that the server makes credentials from. */
export class Coturn {
  readonly url: string;
  readonly secret: string;
  readonly #folder: string;
  readonly #child: Child;

  private constructor(port: number, secret: string, folder: string) {
    this.url = `turn:127.0.0.1:${port}`;
    this.secret = secret;
    this.#folder = folder;
    this.#child = new Child(
      'coturn',
      'turnserver',
      ['-c', join(folder, 'turnserver.conf')],
      plainEnvironment(),
      folder,
    );
  }

  static async start(): Promise<Coturn> {
    const folder = await mkdtemp(join(tmpdir(), 'focusly-turn-'));
    const [port, secret] = [await freePort(), 'a secret of this test'];
    const settings = [
      'listening-ip=127.0.0.1',
      `listening-port=${port}`,
      'relay-ip=127.0.0.1',
      'realm=focusly.test',
      'use-auth-secret',
      `static-auth-secret=${secret}`,
      // Both ends of a relayed call are on this machine's loopback, which a real TURN server must refuse to reach.
      'allow-loopback-peers',
      'no-tls',
      'no-dtls',
      'no-cli',
      'log-file=stdout',
      'verbose',
      `pidfile=${join(folder, 'turnserver.pid')}`,
      `userdb=${join(folder, 'turndb')}`,
    ];
    await writeFile(join(folder, 'turnserver.conf'), `${settings.join('\n')}\n`);
    const coturn = new Coturn(port, secret, folder);
    await coturn.#child.until(() => accepts(port), 15_000);
    return coturn;
  }

  get log(): string {
    return this.#child.output;
  }

  async stop(): Promise<void> {
    await this.#child.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
