// The product's room on socket.io, and nothing else.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from './listen.mjs';
import { serveRooms } from './rooms.mjs';

const server = createServer();
serveRooms(new Server(server));
listen(server);
