import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { moduleFolder } from './server-command.ts';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };
const libraries = createRequire(import.meta.url);

/** The front end of somebody else: our test pages and the stock clients, on an origin of their own. */
export class StaticSite {
  readonly origin: string;
  readonly #http: Server;

  private constructor(http: Server) {
    this.#http = http;
    this.origin = `http://localhost:${(http.address() as AddressInfo).port}`;
  }

  /** @param serverUrl takes the place of `{{server}}` in the pages */
  static async start(serverUrl: string): Promise<StaticSite> {
    const http = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      readFile(fileOf(pathname)).then(
        (content) => {
          response.setHeader('content-type', types[extname(pathname)] ?? 'text/plain');
          response.end(
            pathname.endsWith('.html') ? content.toString().replaceAll('{{server}}', serverUrl) : content,
          );
        },
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => http.listen(0, resolve));
    return new StaticSite(http);
  }

  async stop(): Promise<void> {
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }
}

function fileOf(pathname: string): string {
  if (pathname === '/socket.io.min.js') return distribution('socket.io-client', 'dist/socket.io.min.js');
  if (pathname === '/peerjs.min.js') return distribution('peerjs', 'dist/peerjs.min.js');
  return join(moduleFolder, 'pages', pathname);
}

function distribution(library: string, file: string): string {
  return join(dirname(libraries.resolve(`${library}/package.json`)), file);
}
