// The whole of it as one deploys it on Node: rooms, the broker, and the web app's files.
import { createServer } from 'node:http';
import express from 'express';
import { ExpressPeerServer } from 'peer';
import { Server } from 'socket.io';
import { listen } from './listen.mjs';
import { serveRooms } from './rooms.mjs';

const app = express();
const server = createServer(app);
serveRooms(new Server(server));
app.use(express.static(new URL('../../web/dist', import.meta.url).pathname));
app.use('/', ExpressPeerServer(server, { path: '/' }));
listen(server);
