import type { MediaConnection } from 'peerjs';
import { z } from '@/shared/schema';
import type { CallMetadata } from '@/realtime/broker';
import { withSilenceSuppression } from '@/realtime/session-description';
import type { SenderGroup } from '../sending/sender-group';
import type { CallKind, MeshCommand } from './call';
import type { Mesh } from './mesh';

/** Carries out the mesh's commands on PeerJS connections and tells the mesh what they do. All decisions are the mesh's. */
export interface DriverOptions {
  mesh: Mesh;
  place: (userId: string, stream: MediaStream, metadata: CallMetadata) => MediaConnection | null;
  senders: Record<CallKind, SenderGroup>;
  now: () => number;
  changed: () => void;
}

interface LiveConnection {
  connection: MediaConnection;
  kind: CallKind;
  peerConnection: RTCPeerConnection | null;
}

const metadataSchema = z.object({
  kind: z.enum(['camera', 'screen']).catch('camera'),
  attempt: z.number().int().positive(),
});

export class MeshDriver {
  readonly #options: DriverOptions;
  readonly #mesh: Mesh;
  readonly #connections = new Map<string, LiveConnection>();
  #incomingCount = 0;
  #running = false;

  constructor(options: DriverOptions) {
    this.#options = options;
    this.#mesh = options.mesh;
  }

  /** Somebody calls; what a plain client sends has no metadata. */
  incoming(connection: MediaConnection): void {
    const callId = `in-${(this.#incomingCount += 1)}`;
    const metadata = metadataSchema.safeParse(connection.metadata);
    const kind = metadata.success ? metadata.data.kind : 'camera';
    const attempt = metadata.success ? metadata.data.attempt : null;
    this.#connections.set(callId, { connection, kind, peerConnection: null });
    this.tell((now) => this.#mesh.incoming({ callId, from: connection.peer, kind, attempt }, now));
  }

  /** Gives the mesh an input and carries out what follows from it. */
  tell(input: (now: number) => void): void {
    input(this.#options.now());
    if (this.#running) return;
    this.#running = true;
    for (
      let commands = this.#mesh.takeCommands();
      commands.length > 0;
      commands = this.#mesh.takeCommands()
    ) {
      for (const command of commands) this.#carryOut(command);
    }
    this.#running = false;
    this.#options.changed();
  }

  stream(callId: string | null): MediaStream | null {
    if (callId === null) return null;
    const stream: MediaStream | null | undefined = this.#connections.get(callId)?.connection.remoteStream;
    return stream ?? null;
  }

  peerConnection(callId: string | null): RTCPeerConnection | null {
    return callId === null ? null : (this.#connections.get(callId)?.peerConnection ?? null);
  }

  closeAll(): void {
    for (const callId of [...this.#connections.keys()]) this.#close(callId);
  }

  #carryOut(command: MeshCommand): void {
    switch (command.type) {
      case 'call':
        this.#call(command);
        return;
      case 'answer':
        this.#answer(command.callId, command.sends);
        return;
      case 'close':
        this.#close(command.callId);
        return;
    }
  }

  #call({ callId, to, kind, sends, attempt }: Extract<MeshCommand, { type: 'call' }>): void {
    const stream = sends ? this.#options.senders[kind].stream() : new MediaStream();
    const connection = this.#options.place(to, stream, { kind, attempt });
    if (connection === null) {
      this.tell((now) => this.#mesh.closed(callId, now));
      return;
    }
    this.#connections.set(callId, { connection, kind, peerConnection: null });
    this.#follow(callId);
  }

  #answer(callId: string, sends: boolean): void {
    const live = this.#connections.get(callId);
    if (live === undefined) return;
    const stream = sends ? this.#options.senders[live.kind].stream() : undefined;
    live.connection.answer(stream, { sdpTransform: withSilenceSuppression });
    this.#follow(callId);
  }

  /** From here on the connection has a peer connection to listen to. */
  #follow(callId: string): void {
    const live = this.#connections.get(callId);
    if (live === undefined) return;
    const { connection, kind } = live;
    const { peerConnection } = connection;
    live.peerConnection = peerConnection;
    this.#options.senders[kind].attach(callId, connection.peer, peerConnection);
    peerConnection.addEventListener('connectionstatechange', () => {
      if (this.#connections.get(callId) === live) this.#onLink(callId, live, peerConnection.connectionState);
    });
    connection.on('stream', () => this.tell((now) => this.#mesh.stream(callId, now)));
    connection.on('close', () => this.#onGone(callId));
    // PeerJS closes a connection whose ICE failed, but says 'close' only if it had been answered.
    connection.on('error', () => this.#onGone(callId));
  }

  #onLink(callId: string, live: LiveConnection, state: RTCPeerConnectionState): void {
    switch (state) {
      case 'connected':
        this.#options.senders[live.kind].refresh();
        this.tell((now) => this.#mesh.link(callId, true, now));
        return;
      case 'disconnected':
        this.tell((now) => this.#mesh.link(callId, false, now));
        return;
      case 'failed':
      case 'closed':
        this.#onGone(callId);
        return;
      case 'connecting':
        this.tell((now) => this.#mesh.answered(callId, now));
        return;
      case 'new':
        return;
    }
  }

  #onGone(callId: string): void {
    if (!this.#connections.has(callId)) return;
    this.#close(callId);
    this.tell((now) => this.#mesh.closed(callId, now));
  }

  #close(callId: string): void {
    const live = this.#connections.get(callId);
    if (live === undefined) return;
    this.#connections.delete(callId);
    this.#options.senders[live.kind].detach(callId);
    live.connection.close();
  }
}
