import { expect } from '@playwright/test';
import { io, type Socket } from 'socket.io-client';
import type { Focusly } from './focusly.ts';
import { RawSocket } from './raw.ts';

const PATIENCE_MS = 5_000;

interface MemberUpdate {
  connections: { userId: string; media: { hand: boolean } }[];
}

/** Two well-behaved clients in a room, one on each transport, and two peers: whatever others do, they must not notice. */
export class Bystanders {
  readonly #server: Focusly;
  readonly #sockets: [Socket, Socket];
  readonly #peers: [RawSocket, RawSocket];
  readonly #disconnects: string[] = [];
  #hand = false;
  #offers = 0;

  private constructor(server: Focusly, sockets: [Socket, Socket], peers: [RawSocket, RawSocket]) {
    this.#server = server;
    this.#sockets = sockets;
    this.#peers = peers;
    for (const socket of sockets) socket.on('disconnect', (reason) => this.#disconnects.push(reason));
    for (const peer of peers) void peer.closed.then((code) => this.#disconnects.push(`peer ${code}`));
  }

  static async settle(server: Focusly): Promise<Bystanders> {
    const roomId = await server.createRoom();
    const join = async (userId: string, transport: string): Promise<Socket> => {
      const socket = io(server.url, { transports: [transport], forceNew: true, reconnection: false });
      const joined = (await socket
        .timeout(PATIENCE_MS)
        .emitWithAck('join-room', { roomId, userId, protocol: 1 })) as { ok: boolean };
      expect(joined.ok).toBe(true);
      return socket;
    };
    const sockets = [await join('bystander-1', 'websocket'), await join('bystander-2', 'polling')];
    const peers = await Promise.all(
      ['bystander-1', 'bystander-2'].map((id) =>
        RawSocket.peer(server, { key: 'peerjs', id, token: 'token' }),
      ),
    );
    return new Bystanders(server, sockets as [Socket, Socket], peers as [RawSocket, RawSocket]);
  }

  /** An event from one to the other in either direction, an offer likewise, and the server's own word. */
  async areUndisturbed(): Promise<void> {
    const [first, second] = this.#sockets;
    this.#hand = !this.#hand;
    await this.#tells(first, second);
    await this.#tells(second, first);
    const [caller, called] = this.#peers;
    await this.#offersReach(caller, called, 'bystander-1', 'bystander-2');
    await this.#offersReach(called, caller, 'bystander-2', 'bystander-1');
    expect(this.#disconnects).toEqual([]);
    expect((await this.#server.fetch('/healthz')).status).toBe(200);
  }

  leave(): void {
    this.#sockets.forEach((socket) => socket.disconnect());
    this.#peers.forEach((peer) => peer.close());
  }

  async #tells(from: Socket, to: Socket): Promise<void> {
    const heard = next<MemberUpdate>(to, 'member-updated');
    const media = { mic: true, camera: true, screen: false, hand: this.#hand };
    expect(await from.timeout(PATIENCE_MS).emitWithAck('media-state', media)).toEqual({ ok: true });
    const member = await heard;
    expect(member.connections[0]?.media.hand).toBe(this.#hand);
  }

  async #offersReach(from: RawSocket, to: RawSocket, src: string, dst: string): Promise<void> {
    const payload = { number: (this.#offers += 1) };
    from.send(JSON.stringify({ type: 'OFFER', dst, payload }));
    const frame = await to.next((text) => text.includes('OFFER'));
    expect(JSON.parse(frame)).toEqual({ type: 'OFFER', src, dst, payload });
  }
}

function next<T>(socket: Socket, event: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`no ${event} in time`)), PATIENCE_MS);
    socket.once(event, (value: T) => {
      clearTimeout(patience);
      resolve(value);
    });
  });
}
