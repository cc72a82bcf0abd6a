// The product's own room as one would write it on socket.io: who is there, what they send, and the same two events.
// Payloads are not checked, names and limits are not kept: it does less than the product, never more.

const CHANNEL = 'room:';

const MUTED = { mic: false, camera: false, screen: false, hand: false };

/** Serves the room's events on the default namespace. */
export const serveRooms = (io) => {
  const rooms = new Map();

  io.on('connection', (socket) => {
    let room;
    let member;

    const leave = () => {
      if (room) {
        room.members.delete(socket.id);
        if (room.members.size === 0) {
          rooms.delete(room.roomId);
        }
        socket.leave(CHANNEL + room.roomId);
        io.to(CHANNEL + room.roomId).emit('user-disconnected', member.connections[0].userId);
        room = undefined;
      }
    };

    socket.on('join-room', ({ roomId, userId, name, media = MUTED }, answer) => {
      leave();
      room = rooms.get(roomId) ?? { roomId, members: new Map() };
      rooms.set(roomId, room);
      const joinedAt = Date.now();
      member = {
        memberId: socket.id,
        name: name ?? null,
        role: 'guest',
        joinedAt,
        connections: [{ userId, protocol: 1, joinedAt, publisher: true, media }],
      };
      room.members.set(socket.id, member);
      socket.join(CHANNEL + roomId);
      const others = io.to(CHANNEL + roomId).except(socket.id);
      others.emit('member-updated', member);
      others.emit('user-connected', userId);
      answer?.({ ok: true, serverTime: joinedAt, members: [...room.members.values()] });
    });

    socket.on('media-state', (media, answer) => {
      if (!room) {
        answer?.({ ok: false, code: 'not-joined' });
        return;
      }
      member.connections[0].media = media;
      answer?.({ ok: true });
      io.to(CHANNEL + room.roomId)
        .except(socket.id)
        .emit('member-updated', member);
    });

    socket.on('leave-room', (answer) => {
      leave();
      answer?.({ ok: true });
    });

    socket.on('disconnect', leave);
  });
};
