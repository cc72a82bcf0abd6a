const settings = Object.fromEntries(new URLSearchParams(location.search));
const { room, form, peerPath, transports } = settings;
const server = new URL(settings.server);

const socket = io(server.origin, { transports: transports.split(' ') });
const videoGrid = document.getElementById('video-grid');
const peers = {};

navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then((stream) => {
  socket.on('user-connected', (userId) => connectTo(userId, stream));
  socket.on('user-disconnected', (userId) => peers[userId]?.close());
  if (socket.connected) enter(stream);
  else socket.once('connect', () => enter(stream));
});

function enter(stream) {
  // A page that sends its room alone is known by the id of its socket.
  const peer = new Peer(form === 'room' ? socket.id : undefined, {
    host: server.hostname,
    port: server.port,
    path: peerPath,
    secure: server.protocol === 'https:',
    config: { iceServers: [] },
  });
  window.peer = peer;
  peer.on('call', (call) => {
    call.answer(stream);
    show(call);
  });
  peer.on('open', (userId) => {
    if (form === 'object') socket.emit('join-room', { roomId: room, userId });
    if (form === 'arguments') socket.emit('join-room', room, userId);
    if (form === 'more-arguments') socket.emit('join-room', room, userId, 'Some name');
    if (form === 'room') socket.emit('join-room', room);
  });
}

function connectTo(userId, stream) {
  const call = window.peer.call(userId, stream);
  peers[userId] = call;
  show(call);
}

function show(call) {
  const video = document.createElement('video');
  video.muted = true;
  video.dataset.peer = call.peer;
  call.on('stream', (stream) => {
    video.srcObject = stream;
    video.addEventListener('loadedmetadata', () => video.play());
    videoGrid.append(video);
  });
  call.on('close', () => video.remove());
  peers[call.peer] = call;
}
