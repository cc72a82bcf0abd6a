// One request of each kind to a server that has just started: what a page asks for until it is in a room.
const url = process.argv[2];

const paths = ['/', '/r/abc-defg-hij', '/healthz', '/readyz', '/api/me', '/peerjs/id', '/socket.io/?EIO=4&transport=polling'];
for (const path of paths) {
  const answer = await fetch(url + path);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
}
