import { expect } from '@playwright/test';
import { RawSocket, send, type Addressed } from './raw.ts';

export const OPEN = { type: 'OPEN' };
export const ID_TAKEN = { type: 'ID-TAKEN', payload: { msg: 'ID is taken' } };

export interface Frame {
  type: string;
  src?: string;
  dst?: string;
  payload?: unknown;
}

export function errorFrame(msg: string): Frame {
  return { type: 'ERROR', payload: { msg } };
}

export function expireFrame(missing: string, sender: string): Frame {
  return { type: 'EXPIRE', src: missing, dst: sender };
}

interface Place {
  key?: string;
  /** the client's option `path`, without a slash at its end */
  path?: string;
}

let ids = 0;

/** Tests share a broker, but no ids. */
export function freshId(name = 'peer'): string {
  return `${name}-${(ids += 1)}`;
}

/** A peer without the client library: what it says and hears are frames. */
export class RawPeer {
  readonly id: string;
  readonly token: string;
  readonly socket: RawSocket;
  #marks = 0;

  private constructor(id: string, token: string, socket: RawSocket) {
    this.id = id;
    this.token = token;
    this.socket = socket;
  }

  /** Opens a socket, whatever comes of it. */
  static async connect(
    broker: Addressed,
    id: string = freshId(),
    token = `token-of-${id}`,
    { key = 'peerjs', path = '' }: Place = {},
  ): Promise<RawPeer> {
    const query = new URLSearchParams({ key, id, token, version: '1.5.5' });
    return new RawPeer(id, token, await RawSocket.open(broker, `${path}/peerjs?${query}`));
  }

  /** Connects, and has been told that it is open. */
  static async join(broker: Addressed, id?: string, token?: string, place?: Place): Promise<RawPeer> {
    const peer = await RawPeer.connect(broker, id, token, place);
    expect(await peer.next()).toEqual(OPEN);
    return peer;
  }

  send(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The next frame. */
  async next(): Promise<Frame> {
    return JSON.parse(await this.socket.next()) as Frame;
  }

  /** What has come until a message to oneself came back: whatever was caused before is among it. */
  async soFar(): Promise<Frame[]> {
    const mark = `mark ${(this.#marks += 1)} of ${this.token}`;
    this.send({ type: 'CANDIDATE', dst: this.id, payload: mark });
    const frames = await this.socket.take((frame) => frame.includes(mark));
    return frames.slice(0, -1).map((frame) => JSON.parse(frame) as Frame);
  }
}

/** Waits until the broker lists the peer no more, or does. Asks in a key that must be the broker's. */
export async function listed(
  broker: Addressed,
  id: string,
  isListed: boolean,
  key = 'peerjs',
): Promise<void> {
  const ask = async (): Promise<boolean> => {
    const { body } = await send(broker, 'GET', `/${key}/peers`);
    return (JSON.parse(body) as string[]).includes(id);
  };
  await expect.poll(ask, { message: `${id} is listed`, timeout: 5_000, intervals: [10] }).toBe(isListed);
}
