/** By name: the client, what it has told, and its connections. */
const clients = {};

class Client {
  constructor(id, options) {
    this.told = [];
    this.arrived = [];
    this.peer = new Peer(id, { host: location.hostname, config: { iceServers: [] }, ...options });
    for (const event of ['open', 'disconnected', 'close']) {
      this.peer.on(event, (value) => this.told.push(value === undefined ? event : `${event} ${value}`));
    }
    this.peer.on('error', ({ type, message }) => this.told.push(`${type}: ${message}`));
    this.peer.on('call', ({ peer }) => this.told.push(`call ${peer}`));
    this.peer.on('connection', (connection) => {
      this.told.push(`connection ${connection.peer}`);
      this.watch(connection);
    });
  }

  connect(id) {
    this.watch(this.peer.connect(id, { reliable: true }));
  }

  watch(connection) {
    this.connection = connection;
    // Once in a while Chromium opens a channel that it was offered twice.
    connection.once('open', () => this.told.push(`linked ${connection.peer}`));
    connection.on('close', () => this.told.push(`parted ${connection.peer}`));
    connection.on('data', (data) => this.arrived.push(data));
  }
}

/** A real offer and its first candidate, for whoever speaks the protocol by hand. */
async function offer() {
  const link = new RTCPeerConnection();
  link.createDataChannel('by hand');
  const candidate = new Promise((resolve) => {
    link.onicecandidate = (event) => event.candidate && resolve(event.candidate.toJSON());
  });
  await link.setLocalDescription();
  return { sdp: link.localDescription.toJSON(), candidate: await candidate };
}
