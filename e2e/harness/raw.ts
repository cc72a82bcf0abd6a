import { request, type IncomingHttpHeaders } from 'node:http';
import WebSocket from 'ws';

const ANSWER_PATIENCE_MS = 10_000;

/** Whatever can be asked something. */
export interface Addressed {
  readonly url: string;
}

export interface RawAnswer {
  status: number;
  type: string;
  body: string;
}

/** An HTTP request with exactly these bytes. */
export function send(
  server: Addressed,
  method: string,
  path: string,
  body: Buffer | string = '',
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  return exchange(server, method, path, body, headers).then(({ status, headers: answered, body: text }) => ({
    status,
    type: answered['content-type'] ?? '',
    body: text,
  }));
}

export interface Exchange {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The same with all headers of the answer. */
export function exchange(
  server: Addressed,
  method: string,
  path: string,
  body: Buffer | string = '',
  headers: Record<string, string> = {},
): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const sent = request(server.url + path, { method, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      );
    });
    // A server that refuses a long body may close before all of it is sent; its answer counts then.
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What an upgrade that is refused is answered with. */
export function refusedUpgrade(server: Addressed, path: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(socketUrl(server, path));
    socket.on('open', () => reject(new Error(`${path} was upgraded`)));
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (body += part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body }),
      );
    });
  });
}

/** A WebSocket without a client library: what comes in is taken frame by frame. */
export class RawSocket {
  readonly closed: Promise<number>;
  readonly received: string[] = [];
  readonly #socket: WebSocket;
  #wake: () => void = () => undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)));
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      this.received.push(String(data));
      this.#wake();
    });
  }

  static async open(server: Addressed, path: string): Promise<RawSocket> {
    const raw = new WebSocket(socketUrl(server, path));
    const socket = new RawSocket(raw);
    await new Promise((resolve, reject) => raw.once('open', resolve).once('error', reject));
    return socket;
  }

  /** Opens Engine.IO over WebSocket and, unless told otherwise, joins the namespace. */
  static async engine(server: Addressed, { connect = true } = {}): Promise<RawSocket> {
    const socket = await RawSocket.open(server, '/socket.io/?EIO=4&transport=websocket');
    await socket.next((frame) => frame.startsWith('0'));
    if (connect) {
      socket.send('40');
      await socket.next((frame) => frame.startsWith('40'));
    }
    return socket;
  }

  static peer(server: Addressed, query: Record<string, string>): Promise<RawSocket> {
    return RawSocket.open(server, `/peerjs?${new URLSearchParams(query)}`);
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  sendBinary(bytes: Buffer): void {
    this.#socket.send(bytes, { binary: true });
  }

  /** These bytes in a text frame, be they text or not. */
  sendAsText(bytes: Buffer): void {
    this.#socket.send(bytes, { binary: false });
  }

  /** The first frame, of those that came and that will come, which passes; it and those before it are taken. */
  async next(wanted: (frame: string) => boolean = () => true, patienceMs?: number): Promise<string> {
    return (await this.take(wanted, patienceMs)).at(-1) ?? '';
  }

  /** Takes all frames up to the first which passes. */
  async take(wanted: (frame: string) => boolean, patienceMs = ANSWER_PATIENCE_MS): Promise<string[]> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const index = this.received.findIndex(wanted);
      if (index >= 0) return this.received.splice(0, index + 1);
      await this.#arrival(deadline);
    }
  }

  /** Waits for so many frames that pass, and takes none. */
  async count(wanted: (frame: string) => boolean, least: number, patienceMs: number): Promise<number> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const count = this.received.filter(wanted).length;
      if (count >= least) return count;
      await this.#arrival(deadline);
    }
  }

  /** Pings, and waits for the pong. */
  async ping(): Promise<void> {
    const pong = new Promise((resolve) => this.#socket.once('pong', resolve));
    this.#socket.ping();
    await pong;
  }

  /** Reads nothing more until told to. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Cuts the connection. */
  close(): void {
    this.#socket.terminate();
  }

  /** Says goodbye, as a page does that is left, and waits for the end. */
  async leave(): Promise<void> {
    this.#socket.close(1001);
    await this.closed;
  }

  #arrival(deadline: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(
        () =>
          reject(
            new Error(
              `no such frame in time; ${this.received.length} others, the last ${this.received.at(-1)}`,
            ),
          ),
        Math.max(0, deadline - Date.now()),
      );
      this.#wake = () => {
        clearTimeout(patience);
        resolve();
      };
    });
  }
}

function socketUrl(server: Addressed, path: string): string {
  return server.url.replace(/^http/, 'ws') + path;
}
