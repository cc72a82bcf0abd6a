import { expect, type Page } from '@playwright/test';

export interface StockOptions {
  port: number;
  path?: string;
  key?: string;
  pingInterval?: number;
}

/** What `pages/peers.js` keeps of each client. */
interface Client {
  peer: {
    readonly open: boolean;
    readonly destroyed: boolean;
    readonly options: { token: string };
    readonly socket: { send(message: object): void };
    call(id: string, stream: MediaStream): unknown;
    listAllPeers(then: (ids: string[]) => void): void;
    reconnect(): void;
    destroy(): void;
  };
  told: string[];
  arrived: string[];
  connection: { send(data: string): void };
  connect(id: string): void;
}

declare const clients: Record<string, Client>;
declare const Client: new (id: string | undefined, options: object) => Client;

let names = 0;

/** A client of the unchanged library in a page. */
export class StockPeer {
  readonly #page: Page;
  readonly #name: string;

  private constructor(page: Page, name: string) {
    this.#page = page;
    this.#name = name;
  }

  static async start(page: Page, id: string | undefined, options: StockOptions): Promise<StockPeer> {
    const name = `client-${(names += 1)}`;
    const { port, path, key, pingInterval } = options;
    const given = Object.fromEntries(
      Object.entries({ port, path, key, pingInterval }).filter(([, value]) => value !== undefined),
    );
    await page.evaluate(([name, id, given]) => void (clients[name] = new Client(id, given)), [
      name,
      id,
      given,
    ] as const);
    return new StockPeer(page, name);
  }

  /** A client that is open. */
  static async open(page: Page, id: string, options: StockOptions): Promise<StockPeer> {
    const peer = await StockPeer.start(page, id, options);
    await peer.tells(`open ${id}`);
    return peer;
  }

  /** Waits until the application was told just this, and nothing besides since the last time. */
  async tells(...all: string[]): Promise<void> {
    await expect.poll(() => this.told(), { intervals: [20], timeout: 10_000 }).toEqual(all);
    await this.do(({ told }) => void (told.length = 0));
  }

  told(): Promise<string[]> {
    return this.do(({ told }) => told);
  }

  /** Whether it counts itself as open, and as done with for good. */
  state(): Promise<{ open: boolean; destroyed: boolean }> {
    return this.do(({ peer: { open, destroyed } }) => ({ open, destroyed }));
  }

  /** A text over the link between the browsers. */
  async reaches(other: StockPeer): Promise<void> {
    const text = `text ${(names += 1)}`;
    await this.do(({ connection }, text) => connection.send(text), text);
    const arrived = (): Promise<string[]> => other.do(({ arrived }) => arrived);
    await expect.poll(arrived, { intervals: [20] }).toContain(text);
  }

  do<R>(act: (client: Client, argument: string) => R | Promise<R>, argument = ''): Promise<R> {
    return this.#page.evaluate(
      ([name, argument, act]) => (0, eval)(`(${act})`)(clients[name], argument) as R | Promise<R>,
      [this.#name, argument, String(act)] as const,
    );
  }
}
