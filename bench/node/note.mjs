// Notes as one would write them on socket.io and yjs: a document in memory for each, to which updates are applied and
// which are then sent on. Nothing is stored, so an acknowledgement says less than the product's.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import * as Y from 'yjs';
import { listen } from './listen.mjs';

const server = createServer();
const io = new Server(server);
const notes = new Map();
let last = 0;

io.on('connection', (socket) => {
  let room;

  socket.on('join-room', ({ roomId }, answer) => {
    room = roomId;
    answer({ ok: true });
  });

  socket.on('note-add', ({ title }, answer) => {
    last++;
    notes.set(last, { room, title, document: new Y.Doc() });
    answer({ ok: true, seq: last });
  });

  socket.on('note-sync', ({ noteId, stateVector }, answer) => {
    const { document } = notes.get(noteId);
    socket.join(`note:${noteId}`);
    answer({
      ok: true,
      update: Buffer.from(Y.encodeStateAsUpdate(document, stateVector)),
      stateVector: Buffer.from(Y.encodeStateVector(document)),
    });
  });

  socket.on('note-update', ({ noteId, update }, answer) => {
    Y.applyUpdate(notes.get(noteId).document, update);
    answer({ ok: true });
    socket.to(`note:${noteId}`).emit('note-update', { noteId, memberId: socket.id, update });
  });
});

listen(server);
