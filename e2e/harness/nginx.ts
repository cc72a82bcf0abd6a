import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { Child, plainEnvironment } from './child.ts';
import { accepts, freePort } from './ports.ts';
import { projectFolder } from './server-command.ts';

/** Debian's nginx with the block that docs/operating gives, of which only addresses and files are changed. */
export class Nginx {
  readonly url: string;
  readonly #folder: string;
  readonly #child: Child;

  private constructor(port: number, folder: string) {
    this.url = `https://localhost:${port}`;
    this.#folder = folder;
    const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'];
    this.#child = new Child('nginx', 'nginx', args, plainEnvironment(), folder);
  }

  static async inFrontOf(serverPort: number): Promise<Nginx> {
    const folder = await mkdtemp(join(tmpdir(), 'focusly-nginx-'));
    const [port, plainPort] = [await freePort(), await freePort()];
    const { certificate, key } = await makeCertificate(folder);
    const documented = await readFile(join(projectFolder, 'docs', 'operating', 'nginx.conf'), 'utf8');
    const block = replaceAll(documented, [
      ['127.0.0.1:3000', `127.0.0.1:${serverPort}`],
      ['listen 80;', `listen 127.0.0.1:${plainPort};`],
      ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
      ['rooms.example.org;', 'localhost;'],
      ['/etc/ssl/rooms.example.org/fullchain.pem', certificate],
      ['/etc/ssl/rooms.example.org/privkey.pem', key],
    ]);
    const around = [
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      `pid ${join(folder, 'nginx.pid')};`,
      'worker_processes 1;',
      'error_log stderr warn;',
      'events {}',
      'http {',
      'access_log off;',
      ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (kind) => `${kind}_temp_path ${join(folder, 'temporary', kind)};`,
      ),
      block,
      '}',
    ];
    await mkdir(join(folder, 'temporary'));
    await writeFile(join(folder, 'nginx.conf'), around.join('\n'));
    const nginx = new Nginx(port, folder);
    await nginx.#child.until(() => accepts(port), 10_000);
    return nginx;
  }

  async stop(): Promise<void> {
    await this.#child.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function replaceAll(text: string, replacements: [from: string, to: string][]): string {
  return replacements.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`docs/operating/nginx.conf has no ${from}`);
    return changed.replaceAll(from, to);
  }, text);
}
