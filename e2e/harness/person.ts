import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';

export interface Answer {
  ok: boolean;
  code?: string;
  [field: string]: unknown;
}

const PATIENCE_MS = 5_000;

/** Somebody with the server's cookie and a stock client, who speaks protocol 1 and keeps all that it hears. */
export class Person {
  readonly #server: string;
  readonly #name: string;
  readonly #cookie: string;
  readonly #heard: { event: string; argument: unknown }[] = [];
  readonly memberId: string;
  readonly socket: Socket;

  private constructor(server: string, name: string, cookie: string, memberId: string) {
    this.#server = server;
    this.#name = name;
    this.#cookie = cookie;
    this.memberId = memberId;
    this.socket = io(server, { forceNew: true, transports: ['websocket'], extraHeaders: { cookie } });
    this.socket.onAny((event: string, argument: unknown) => this.#heard.push({ event, argument }));
  }

  static async arrive(server: string, name: string): Promise<Person> {
    const response = await fetch(`${server}/api/me`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const { memberId } = (await response.json()) as { memberId: string };
    const person = new Person(server, name, cookie, memberId);
    if (!person.socket.connected) await once(person.socket as never, 'connect');
    return person;
  }

  /** Makes a room; the caller owns it. */
  async makeRoom(body: object = {}): Promise<{ roomId: string; url: string; ownerUrl: string }> {
    const response = await fetch(`${this.#server}/api/rooms`, {
      method: 'POST',
      headers: { cookie: this.#cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status !== 201) throw new Error(await response.text());
    return (await response.json()) as { roomId: string; url: string; ownerUrl: string };
  }

  join(roomId: string, more: object = {}): Promise<Answer> {
    return this.ask('join-room', { roomId, userId: this.#name, protocol: 1, name: this.#name, ...more });
  }

  async ask(event: string, payload: object = {}): Promise<Answer> {
    return (await this.socket.timeout(PATIENCE_MS).emitWithAck(event, payload)) as Answer;
  }

  /** The argument of the next event of this name that has not been asked for, whether it came already or is to come. */
  async hears(event: string, matching: (argument: never) => boolean = () => true): Promise<unknown> {
    const deadline = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      const index = this.#heard.findIndex(
        (heard) => heard.event === event && matching(heard.argument as never),
      );
      if (index >= 0) return this.#heard.splice(index, 1)[0]?.argument;
      await new Promise<void>((resolve, reject) => {
        this.socket.onAny(check);
        deadline.addEventListener('abort', () => reject(new Error(`${this.#name} heard no ${event}`)));
        function check(this: void): void {
          resolve();
        }
      });
    }
  }

  heardNames(): string[] {
    return this.#heard.map(({ event }) => event);
  }

  goAway(): void {
    this.socket.disconnect();
  }
}
