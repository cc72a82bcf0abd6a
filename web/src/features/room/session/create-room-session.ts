import { Peer } from 'peerjs';
import { io } from 'socket.io-client';
import { introduce } from '@/api/rooms';
import { newCommandId } from '@/realtime/command-id';
import { RoomCallSession, type RoomSessionOptions } from './room-session';
import { browserStorage } from './room-storage';
import type { RoomSession } from './types';

/** A session on this page's own server. */
export function createRoomSession(options: RoomSessionOptions): RoomSession {
  const secure = window.location.protocol === 'https:';
  const { hostname, port } = window.location;
  return new RoomCallSession(options, {
    createSocket: () =>
      io({
        autoConnect: false,
        forceNew: true,
        // WebSocket at once; where something between forbids it, long polling.
        transports: ['websocket', 'polling'],
        tryAllTransports: true,
        // Back within three seconds of a restarted server accepting, and not all pages in the same instant.
        reconnectionDelay: 300,
        reconnectionDelayMax: 1_200,
        randomizationFactor: 0.5,
        timeout: 4_000,
      }),
    // PeerJS types its options as a class, yet takes any object of that shape.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
    createPeer: (id, peerOptions) => new Peer(id, peerOptions),
    address: { host: hostname, port: port === '' ? (secure ? 443 : 80) : Number(port), secure },
    supported: typeof RTCPeerConnection === 'function',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    introduce: () => introduce(options.roomId),
    now: Date.now,
    page: window,
    newCommandId,
    storage: browserStorage,
  });
}
