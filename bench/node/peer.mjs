// The PeerJS broker that most people run.
import { createServer } from 'node:http';
import express from 'express';
import { ExpressPeerServer } from 'peer';
import { listen } from './listen.mjs';

const app = express();
const server = createServer(app);
app.use('/', ExpressPeerServer(server, { path: '/' }));
listen(server);
