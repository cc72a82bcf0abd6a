/** Resolves with the user id of someone who has joined the room and answers calls. */
async function addPerson({ server, room, name, hue }) {
  const { origin, hostname, port } = new URL(server);
  const socket = io(origin, { transports: ['websocket'], forceNew: true });
  const peer = new Peer(undefined, { host: hostname, port, path: '/', config: { iceServers: [] } });
  const stream = drawnStream(name, hue);
  peer.on('call', (call) => call.answer(stream));
  const userId = await new Promise((resolve) => peer.on('open', resolve));
  await socket.emitWithAck('join-room', { roomId: room, userId, name });
  return userId;
}

function drawnStream(name, hue) {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const pen = canvas.getContext('2d');
  let step = 0;
  const draw = () => {
    const nod = Math.sin(step++ / 3) * 6;
    pen.fillStyle = `hsl(${hue} 32% 62%)`;
    pen.fillRect(0, 0, 640, 360);
    pen.fillStyle = `hsl(${hue} 38% 34%)`;
    pen.beginPath();
    pen.ellipse(320, 380, 190, 150, 0, 0, 2 * Math.PI);
    pen.fill();
    pen.fillStyle = `hsl(${(hue + 30) % 360} 42% 80%)`;
    pen.beginPath();
    pen.ellipse(320, 165 + nod, 72, 92, 0, 0, 2 * Math.PI);
    pen.fill();
  };
  draw();
  setInterval(draw, 200);
  return canvas.captureStream(5);
}
