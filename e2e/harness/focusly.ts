import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request as overTls } from 'node:https';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, plainEnvironment } from './child.ts';
import { accepts, freePort } from './ports.ts';
import { serverCommand } from './server-command.ts';

const START_PATIENCE_MS = 30_000;

/** The built product in a process of its own, on a port of its own, with a data folder of its own. */
export class Focusly {
  readonly port: number;
  readonly url: string;
  readonly #data: string;
  readonly #settings: Record<string, string>;
  #child: Child;

  private constructor(port: number, data: string, settings: Record<string, string>) {
    this.port = port;
    this.url = `${settings['FOCUSLY_TLS_CERT'] ? 'https' : 'http'}://localhost:${port}`;
    this.#data = data;
    this.#settings = settings;
    this.#child = this.#launch();
  }

  /** @param properties what stands in `focusly.properties` */
  static async start(settings: Record<string, string> = {}, properties: string[] = []): Promise<Focusly> {
    const data = await mkdtemp(join(tmpdir(), 'focusly-e2e-'));
    if (properties.length > 0) await writeFile(join(data, 'focusly.properties'), properties.join('\n'));
    const server = new Focusly(await freePort(), data, settings);
    await server.ready();
    return server;
  }

  get log(): string {
    return this.#child.output;
  }

  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  /** Without waiting for what it does about it. */
  signal(signal: NodeJS.Signals): void {
    this.#child.signal(signal);
  }

  get running(): boolean {
    return this.#child.running;
  }

  /** What the process has in memory. */
  async residentBytes(): Promise<number> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
  }

  /** What it has on the disk. */
  async storedBytes(): Promise<number> {
    const files = await readdir(this.#data);
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(this.#data, file))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** A new room's id, as the home page gets it. */
  async createRoom(): Promise<string> {
    const { status, body } = await this.fetch('/api/rooms', 'POST');
    if (status !== 201) throw new Error(`POST /api/rooms answered ${status}: ${body}`);
    return (JSON.parse(body) as { roomId: string }).roomId;
  }

  fetch(path: string, method = 'GET'): Promise<{ status: number; body: string }> {
    const send = this.url.startsWith('https') ? overTls : request;
    return new Promise((resolve, reject) => {
      const sent = send(this.url + path, { method, rejectUnauthorized: false, agent: false }, (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (text: string) => (body += text));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  /** Without a goodbye, as a crash does it. */
  kill(): Promise<void> {
    return this.#child.kill();
  }

  /** The same server again on the same port; resolves with the time when the port accepted. */
  async startAgain(): Promise<number> {
    this.#child = this.#launch();
    await this.#child.until(() => accepts(this.port), START_PATIENCE_MS);
    return Date.now();
  }

  async stop(): Promise<void> {
    await this.#child.stop();
    await rm(this.#data, { recursive: true, force: true });
  }

  ready(): Promise<void> {
    const isReady = (): Promise<boolean> =>
      this.fetch('/readyz').then(
        ({ status }) => status === 200,
        () => false,
      );
    return this.#child.until(isReady, START_PATIENCE_MS);
  }

  #launch(): Child {
    const { command, args } = serverCommand();
    return new Child(
      'Focusly',
      command,
      args,
      { ...plainEnvironment(), PORT: String(this.port), FOCUSLY_DATA: this.#data, ...this.#settings },
      // A folder without `.env`, so that nobody's own settings change what is tested.
      this.#data,
    );
  }
}
