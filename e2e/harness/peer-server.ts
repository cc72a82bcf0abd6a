import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Child, plainEnvironment } from './child.ts';
import { accepts, freePort } from './ports.ts';
import { moduleFolder } from './server-command.ts';

const START_PATIENCE_MS = 15_000;
const entry = createRequire(import.meta.url).resolve('peer');
const commandLine = join(dirname(entry), 'bin', 'peerjs.js');
const libraryProcess = join(moduleFolder, 'harness', 'peer-server-process.js');

/** npm's PeerServer in a process of its own: what our broker is compared with. */
export class PeerServer {
  readonly port: number;
  readonly url: string;
  readonly #args: string[];
  #child: Child;

  private constructor(port: number, scheme: string, args: string[]) {
    this.port = port;
    this.url = `${scheme}://localhost:${port}`;
    this.#args = args;
    this.#child = this.#launch();
  }

  /** @param options PeerServer's, and those of `peer-server-process.js` */
  static async library(options: object = {}): Promise<PeerServer> {
    const port = await freePort();
    const args = [libraryProcess, JSON.stringify({ ...options, port })];
    return new PeerServer(port, 'ssl' in options ? 'https' : 'http', args).#ready();
  }

  static async cli(...flags: string[]): Promise<PeerServer> {
    const port = await freePort();
    const scheme = flags.includes('--sslkey') ? 'https' : 'http';
    return new PeerServer(port, scheme, [commandLine, '--port', String(port), ...flags]).#ready();
  }

  /** The command without waiting for a port. */
  static command(...flags: string[]): Child {
    return new Child('PeerServer', process.execPath, [commandLine, ...flags], plainEnvironment());
  }

  get log(): string {
    return this.#child.output;
  }

  get running(): boolean {
    return this.#child.running;
  }

  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.signal(signal);
  }

  kill(): Promise<void> {
    return this.#child.kill();
  }

  async startAgain(): Promise<number> {
    this.#child = this.#launch();
    await this.#ready();
    return Date.now();
  }

  /** It waits for its clients when it is asked to end, and then may wait for ever. */
  stop(): Promise<void> {
    return this.#child.kill();
  }

  async #ready(): Promise<this> {
    await this.#child.until(() => accepts(this.port), START_PATIENCE_MS);
    return this;
  }

  #launch(): Child {
    return new Child('PeerServer', process.execPath, this.#args, plainEnvironment());
  }
}
