/** Everyone joins at once, is called by whoever was there before, and leaves again; resolves with what was heard. */
async function playRound({ people, ...settings }) {
  const heard = { calls: [], partings: [], errors: [] };
  const everyone = Array.from({ length: people }, () => new Person(settings, heard));
  await until(heard, () => heard.calls.length >= (people * (people - 1)) / 2);
  const ids = everyone.map((person) => person.userId);
  for (const [index, person] of everyone.entries()) {
    const before = heard.partings.length;
    person.leave();
    await until(heard, () => heard.partings.length >= before + people - 1 - index);
  }
  return { ids, ...heard };
}

class Person {
  constructor({ server, room, form, peerPath, transports }, heard) {
    const { origin, hostname, port } = new URL(server);
    this.socket = io(origin, { transports, forceNew: true, reconnection: false });
    this.socket.on('user-connected', (userId) => this.peer.call(userId, new MediaStream()));
    this.socket.on('user-disconnected', (userId) => heard.partings.push([userId, this.userId]));
    this.socket.on('connect', () => {
      const id = form === 'room' ? this.socket.id : undefined;
      this.peer = new Peer(id, { host: hostname, port, path: peerPath, config: { iceServers: [] } });
      this.peer.on('error', (error) => heard.errors.push(`${error.type}: ${error.message}`));
      this.peer.on('call', (call) => heard.calls.push([call.peer, this.userId]));
      this.peer.on('open', (userId) => {
        this.userId = userId;
        if (form === 'object') this.socket.emit('join-room', { roomId: room, userId });
        if (form === 'arguments') this.socket.emit('join-room', room, userId);
        if (form === 'more-arguments') this.socket.emit('join-room', room, userId, 'Some name');
        if (form === 'room') this.socket.emit('join-room', room);
      });
    });
  }

  leave() {
    this.socket.disconnect();
    this.peer.destroy();
  }
}

async function until({ errors }, condition) {
  const deadline = performance.now() + 20_000;
  while (!condition()) {
    if (errors.length > 0) throw new Error(errors.join('\n'));
    if (performance.now() > deadline) throw new Error(`waited in vain for ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
