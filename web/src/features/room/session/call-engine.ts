import type { Peer, PeerJSOption } from 'peerjs';
import { Broker } from '@/realtime/broker';
import type { Membership } from '@/realtime/members';
import { MeshDriver } from './mesh/driver';
import { Mesh } from './mesh/mesh';
import { cameraLimits, screenLimits } from './sending/limits';
import { createPlaceholders, type Placeholders } from './sending/placeholders';
import { SenderGroup } from './sending/sender-group';
import { CallMonitor } from './stats/monitor';
import type { ParticipantMedia } from './participants';

/** Twice a second, for the mesh's deadlines. */
const TICK_MS = 500;

export interface CallEngineOptions {
  createPeer: (id: string, options: PeerJSOption) => Peer;
  address: { host: string; port: number; secure: boolean };
  /** our media address is known to the broker: time to join with it */
  opened: (userId: string) => void;
  /** a camera call stands that did not before */
  connected: (userId: string) => void;
  /** anything a page may show */
  changed: () => void;
  selfLevel: () => number;
  now: () => number;
}

/** All of the page's calls: the broker, the mesh with its driver, what they send and how they are doing. */
export class CallEngine {
  readonly #options: CallEngineOptions;
  readonly #broker: Broker;
  readonly #mesh = new Mesh();
  readonly #driver: MeshDriver;
  readonly #camera = new SenderGroup(cameraLimits);
  readonly #screen = new SenderGroup(screenLimits);
  readonly #monitor: CallMonitor;
  #placeholders: Placeholders | null = null;
  #membership: Membership = { self: null, others: new Map() };
  #calls = new Map<string, RTCPeerConnection>();
  #shares = 0;
  #shared: MediaStream | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: CallEngineOptions) {
    this.#options = options;
    const { now, createPeer, address } = options;
    this.#broker = new Broker({
      createPeer,
      address,
      now,
      handlers: {
        opened: (userId) => {
          this.#driver.tell((at) => this.#mesh.setSignalling(true, at));
          options.opened(userId);
        },
        lost: () => this.#driver.tell((at) => this.#mesh.setSignalling(false, at)),
        incoming: (connection) => this.#driver.incoming(connection),
        unavailable: (userId) => this.#driver.tell((at) => this.#mesh.unavailable(userId, at)),
      },
    });
    this.#driver = new MeshDriver({
      mesh: this.#mesh,
      place: (userId, stream, metadata) => this.#broker.call(userId, stream, metadata),
      senders: { camera: this.#camera, screen: this.#screen },
      now,
      changed: () => this.#onChange(),
    });
    this.#monitor = new CallMonitor({
      calls: () => this.#calls,
      self: () => {
        const { self } = this.#membership;
        return self === null ? null : { userId: self.userId, level: options.selfLevel() };
      },
      now,
      changed: options.changed,
    });
  }

  get activeSpeaker(): string | null {
    return this.#monitor.activeSpeaker;
  }

  start(): void {
    this.#placeholders ??= createPlaceholders();
    this.#broker.start();
    this.#monitor.start();
    this.#timer = setInterval(() => this.#driver.tell((now) => this.#mesh.tick(now)), TICK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#monitor.stop();
    this.#membership = { self: null, others: new Map() };
    this.#driver.tell((now) => {
      this.#mesh.setSignalling(false, now);
      this.#mesh.setMembers({ userId: '', publisher: false }, [], now);
    });
    this.#driver.closeAll();
    this.#broker.stop();
    this.#placeholders?.dispose();
    this.#placeholders = null;
  }

  /** The way to the server was lost at that time and has been found again: the broker's may be dead unnoticed. */
  refreshBroker(lostAt: number): void {
    this.#broker.refresh(lostAt);
  }

  setIceServers(iceServers: RTCIceServer[]): void {
    this.#broker.setIceServers(iceServers);
  }

  setMembership(membership: Membership): void {
    const { self, others } = membership;
    for (const userId of this.#membership.others.keys()) {
      if (!others.has(userId)) {
        this.#camera.forget(userId);
        this.#screen.forget(userId);
      }
    }
    this.#membership = membership;
    this.#camera.setPeople(others.size + 1);
    this.#screen.setPeople(others.size + 1);
    if (self === null) return;
    const peers = [...others.values()].map((other) => ({ ...other, screen: other.media.screen }));
    this.#driver.tell((now) => this.#mesh.setMembers(self, peers, now));
  }

  /** What the calls carry; null is silence and a black picture. */
  setTracks(audio: MediaStreamTrack | null, video: MediaStreamTrack | null): void {
    const placeholders = this.#placeholders;
    if (placeholders !== null)
      this.#camera.setTracks(audio ?? placeholders.audio, video ?? placeholders.video);
  }

  /** Shows a screen to everybody here and to come; null ends it. */
  setScreen(stream: MediaStream | null): void {
    if (stream === this.#shared) return;
    this.#shared = stream;
    this.#screen.setTracks(stream?.getAudioTracks()[0] ?? null, stream?.getVideoTracks()[0] ?? null);
    const share = stream === null ? null : (this.#shares += 1);
    this.#driver.tell((now) => this.#mesh.setShare(share, now));
  }

  /** Somebody wants our picture, or has it off screen. */
  setWanted(userId: string, wanted: boolean): void {
    if (this.#membership.others.has(userId)) this.#camera.setWanted(userId, wanted);
  }

  speaking(userId: string): boolean {
    return this.#monitor.speaking(userId);
  }

  isFlowing(userId: string): boolean {
    return this.#mesh.view(userId, this.#options.now()).link === 'connected';
  }

  mediaOf(userId: string): ParticipantMedia {
    const { link, cameraCall, screenCall } = this.#mesh.view(userId, this.#options.now());
    return {
      link,
      stream: this.#driver.stream(cameraCall),
      screenStream: this.#driver.stream(screenCall),
      speaking: this.#monitor.speaking(userId),
      quality: link === 'connected' ? this.#monitor.quality(userId) : 'unknown',
    };
  }

  #onChange(): void {
    const before = this.#calls;
    this.#calls = new Map();
    for (const userId of this.#membership.others.keys()) {
      const { link, cameraCall } = this.#mesh.view(userId, this.#options.now());
      const connection = this.#driver.peerConnection(cameraCall);
      if (link === 'connected' && connection !== null) this.#calls.set(userId, connection);
    }
    for (const [userId, connection] of this.#calls) {
      if (before.get(userId) !== connection) this.#options.connected(userId);
    }
    this.#options.changed();
  }
}
