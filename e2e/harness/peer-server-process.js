/**
 * npm's PeerServer in library mode, for `peer-server.ts`. Its events are told on standard output, one a line. Options that are
 * functions, and the way to mount it, come as data:
 *   mount      the path of an Express app on which it is mounted; without, it is a server of its own
 *   clientIds  what `generateClientId` draws, one after the other
 *   deaf       whether nobody listens for its errors
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { ExpressPeerServer, PeerServer } from 'peer';

const { port, mount, clientIds, deaf, ...options } = JSON.parse(process.argv[2] ?? '{}');
if (clientIds) options.generateClientId = () => clientIds.shift();

const tell = (event, detail) => console.log(JSON.stringify({ event, ...detail }));
const broker = mount === undefined ? standAlone() : mounted();
broker.on('connection', (client) => tell('connection', { id: client.getId() }));
broker.on('disconnect', (client) => tell('disconnect', { id: client.getId() }));
broker.on('message', (client, { type }) => tell('message', { id: client.getId(), type }));
if (!deaf) broker.on('error', (error) => tell('error', { message: error.message }));

function standAlone() {
  return PeerServer({ port, ...options }, () => tell('listening'));
}

function mounted() {
  const express = createRequire(createRequire(import.meta.url).resolve('peer'))('express');
  const app = express();
  const http = createServer(app);
  const peers = ExpressPeerServer(http, options);
  app.use(mount, peers);
  http.listen(port, () => tell('listening'));
  return peers;
}
