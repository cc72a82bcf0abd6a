import { connect, createServer } from 'node:net';

/** Below the ports that the system gives to connections; each of the tests' workers takes from its own. */
const FIRST_PORT = 11_000;
const PORTS_A_WORKER = 2_000;
const first = FIRST_PORT + PORTS_A_WORKER * Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);
let asked = 0;

/** Nobody else takes ports in our network namespace, so one that was free stays free. */
export async function freePort(): Promise<number> {
  while (asked < PORTS_A_WORKER) {
    const port = first + asked++;
    if (await isFree(port)) return port;
  }
  throw new Error(`A worker of the tests took ${PORTS_A_WORKER} ports`);
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
