import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to a server that can be cut: on the client's side alone, as a network change does it, or on both. */
export class Wire {
  readonly port: number;
  readonly url: string;
  readonly #server: Server;
  readonly #near = new Set<Socket>();
  readonly #far = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    this.url = `http://localhost:${this.port}`;
  }

  static async to(port: number): Promise<Wire> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const wire = new Wire(server);
    server.on('connection', (near) => wire.#join(near, connect(port, 'localhost')));
    return wire;
  }

  /** The clients lose their connections; the server is told nothing. */
  cutNear(): void {
    this.#near.forEach((socket) => socket.destroy());
  }

  cut(): void {
    this.cutNear();
    this.#far.forEach((socket) => socket.destroy());
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(near: Socket, far: Socket): void {
    this.#near.add(near);
    this.#far.add(far);
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => near.destroyed || near.write(bytes));
    near.on('end', () => far.end());
    far.on('close', () => near.destroy());
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.on('close', () => this.#near.delete(near));
    far.on('close', () => this.#far.delete(far));
  }
}
