import type { MediaConnection, Peer, PeerJSOption } from 'peerjs';
import { backoff } from './backoff';
import { randomPeerId } from './peer-id';
import { withSilenceSuppression } from './session-description';

/**
 * Our PeerJS peer and its way back to the broker. Calls that flow are never touched by a lost broker: `reconnect()` keeps the
 * id, the token and the calls. Only a peer that never opened, or whose id was taken for good, is made anew with a fresh id.
 */

const RETRY_FIRST_MS = 400;
const RETRY_MAX_MS = 1_100;
/** A WebSocket that neither opens nor fails (a frozen server, a dead network) is given up and tried again. */
const OPEN_TIMEOUT_MS = 5_000;
/** After a crash the broker may hold our id for the old socket a moment; longer means that somebody else has it. */
const TAKEN_BEFORE_NEW_ID = 8;

export interface CallMetadata {
  kind: 'camera' | 'screen';
  attempt: number;
}

export interface BrokerHandlers {
  /** The broker knows us under this id; an id not seen before needs a new join. */
  opened(userId: string): void;
  lost(): void;
  incoming(connection: MediaConnection): void;
  /** A call could not be delivered. */
  unavailable(userId: string): void;
}

export interface BrokerOptions {
  handlers: BrokerHandlers;
  createPeer: (id: string, options: PeerJSOption) => Peer;
  address: { host: string; port: number; secure: boolean };
  random?: () => number;
  now?: () => number;
}

export class Broker {
  readonly #options: BrokerOptions;
  readonly #now: () => number;
  #peer: Peer | null = null;
  #userId = '';
  #everOpened = false;
  #openedAt = 0;
  #iceServers: RTCIceServer[] = [];
  #attempts = 0;
  #taken = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: BrokerOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  get open(): boolean {
    return this.#peer?.open ?? false;
  }

  start(): void {
    if (this.#peer === null) this.#makePeer(randomPeerId());
  }

  /** Leaves the broker and closes every call. */
  stop(): void {
    clearTimeout(this.#timer);
    const peer = this.#peer;
    this.#peer = null;
    peer?.destroy();
  }

  /** Holds for the calls made or answered from now on. */
  setIceServers(iceServers: RTCIceServer[]): void {
    this.#iceServers = iceServers;
    if (this.#peer !== null) this.#peer.options.config = { iceServers };
  }

  /** Null when the broker is away. */
  call(userId: string, stream: MediaStream, metadata: CallMetadata): MediaConnection | null {
    if (this.#peer === null || !this.open) return null;
    // A call that sends nothing must still ask for media; PeerJS hands `constraints` to createOffer, though its types hide it.
    const constraints = { offerToReceiveAudio: true, offerToReceiveVideo: true };
    const asking = stream.getTracks().length > 0 ? {} : { constraints };
    const options = { metadata, sdpTransform: withSilenceSuppression, ...asking };
    return this.#peer.call(userId, stream, options);
  }

  /** Opens a new socket to the broker if this one is older: PeerJS never notices one that died without a close. */
  refresh(openedBefore: number): void {
    const peer = this.#peer;
    if (peer?.open !== true || this.#openedAt >= openedBefore) return;
    peer.disconnect();
    clearTimeout(this.#timer);
    this.#retry();
  }

  #makePeer(userId: string): void {
    this.#userId = userId;
    this.#everOpened = false;
    this.#taken = 0;
    const { address, createPeer, handlers } = this.#options;
    const peer = createPeer(userId, {
      ...address,
      path: '/',
      // Always given: without it PeerJS would use servers of its own.
      config: { iceServers: this.#iceServers },
    });
    this.#peer = peer;
    peer.on('open', () => {
      if (peer !== this.#peer) return;
      clearTimeout(this.#timer);
      this.#everOpened = true;
      this.#openedAt = this.#now();
      this.#attempts = 0;
      this.#taken = 0;
      handlers.opened(userId);
    });
    peer.on('disconnected', () => {
      if (peer !== this.#peer) return;
      handlers.lost();
      this.#retryLater();
    });
    peer.on('close', () => {
      if (peer === this.#peer) this.#retryLater();
    });
    peer.on('error', (error) => {
      if (peer !== this.#peer) return;
      if (error.type === 'unavailable-id') this.#taken += 1;
      if (error.type === 'peer-unavailable') {
        const missing = / ([^ ]+)$/.exec(error.message)?.[1];
        if (missing !== undefined) handlers.unavailable(missing);
      }
    });
    peer.on('call', (connection) => {
      if (peer === this.#peer) handlers.incoming(connection);
    });
    this.#giveUpUnlessOpen();
  }

  #retryLater(): void {
    clearTimeout(this.#timer);
    const delay = backoff(this.#attempts, RETRY_FIRST_MS, RETRY_MAX_MS, this.#options.random);
    this.#attempts += 1;
    this.#timer = setTimeout(() => this.#retry(), delay);
  }

  #retry(): void {
    const peer = this.#peer;
    if (peer === null) return;
    const idIsGone = this.#taken >= (this.#everOpened ? TAKEN_BEFORE_NEW_ID : 1);
    if (idIsGone || peer.destroyed) {
      this.#peer = null;
      peer.destroy();
      this.#makePeer(idIsGone || this.#everOpened ? randomPeerId() : this.#userId);
    } else if (peer.disconnected) {
      peer.reconnect();
      this.#giveUpUnlessOpen();
    }
  }

  #giveUpUnlessOpen(): void {
    clearTimeout(this.#timer);
    const peer = this.#peer;
    this.#timer = setTimeout(() => {
      if (peer === null || peer !== this.#peer || peer.open) return;
      if (this.#everOpened) peer.disconnect();
      else peer.destroy();
    }, OPEN_TIMEOUT_MS);
  }
}
