// The library alone: a room to join, and a message to everyone in it. EchoServer does the same in Java.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from './listen.mjs';

const server = createServer();
const io = new Server(server);

io.on('connection', (socket) => {
  let joined;
  socket.on('join', (room, answer) => {
    joined = room;
    socket.join(room);
    answer({ ok: true });
  });
  socket.on('say', (message) => {
    if (joined) {
      io.to(joined).emit('say', message);
    }
  });
});

listen(server);
