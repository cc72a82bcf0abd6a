/** What runs inside the pages: every function here is sent to the browser, so it uses nothing from outside itself. */

export interface ProbeOptions {
  /** Only candidates of a TURN server count. */
  relayOnly?: boolean;
  /** A smaller camera and a plainer microphone than the page asks for, where many pages share few cores. */
  capture?: { width: number; height: number; frameRate: number };
}

export interface Inbound {
  frames: number;
  energy: number;
}

export interface TileState extends Inbound {
  userId: string;
  self: boolean;
  kind: string;
  camera: boolean;
  mic: boolean;
  link: string;
}

export interface CallState {
  tiles: TileState[];
  /** peer connections that are not closed, those that are connected, and all that were ever made */
  open: number;
  connected: number;
  made: number;
}

export interface Probe {
  connections: RTCPeerConnection[];
  /** by track id */
  inbound(): Promise<Map<string, Inbound>>;
  watch: { at: number; maxGapMs: number; samples: number } | null;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Before the page's own scripts: remembers each peer connection that the page makes. */
export function installProbe({ relayOnly, capture }: ProbeOptions): void {
  const connections: RTCPeerConnection[] = [];
  const Original = window.RTCPeerConnection;
  if (Original === undefined) return;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(relayOnly === true ? { ...configuration, iceTransportPolicy: 'relay' } : configuration);
      connections.push(this);
    }
  };
  if (capture !== undefined && navigator.mediaDevices) {
    const { mediaDevices } = navigator;
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (wanted) => {
      const { width, height, frameRate } = capture;
      const small = { width, height, frameRate };
      // What would make a voice sound better costs more than the voice.
      const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
      const audio = wanted?.audio && { ...(wanted.audio === true ? {} : wanted.audio), ...plain };
      const video = wanted?.video && { ...(wanted.video === true ? {} : wanted.video), ...small };
      return getUserMedia({ ...wanted, ...(audio && { audio }), ...(video && { video }) });
    };
  }
  window.probe = {
    connections,
    watch: null,
    async inbound() {
      const inbound = new Map<string, Inbound>();
      for (const connection of connections) {
        if (connection.signalingState === 'closed') continue;
        for (const [, stat] of (await connection.getStats()) as unknown as Map<
          string,
          Record<string, unknown>
        >) {
          if (stat['type'] !== 'inbound-rtp') continue;
          inbound.set(String(stat['trackIdentifier']), {
            frames: Number(stat['framesDecoded'] ?? 0),
            energy: Number(stat['totalAudioEnergy'] ?? 0),
          });
        }
      }
      return inbound;
    },
  };
}

/** The call as the page shows it, with what arrives on each tile's tracks. */
export async function readCall(): Promise<CallState> {
  const inbound = await window.probe.inbound();
  const { connections } = window.probe;
  const tiles = [...document.querySelectorAll<HTMLElement>('[data-testid=tile]')].map((tile): TileState => {
    const stream = tile.querySelector('video')?.srcObject as MediaStream | null | undefined;
    const received = (stream?.getTracks() ?? []).map((track) => inbound.get(track.id));
    return {
      userId: tile.dataset['userId'] ?? '',
      self: tile.dataset['self'] === 'true',
      kind: tile.dataset['kind'] ?? '',
      camera: tile.dataset['camera'] === 'true',
      mic: tile.dataset['mic'] === 'true',
      link: tile.dataset['link'] ?? '',
      frames: received.reduce((sum, one) => sum + (one?.frames ?? 0), 0),
      energy: received.reduce((sum, one) => sum + (one?.energy ?? 0), 0),
    };
  });
  return {
    tiles,
    open: connections.filter((one) => one.signalingState !== 'closed').length,
    connected: connections.filter((one) => one.connectionState === 'connected').length,
    made: connections.length,
  };
}

/** From now on notes the longest time during which no new frame of one track was decoded. */
export function watchFrames(): void {
  const latest = new Map<string, { frames: number; at: number }>();
  const watch = { at: performance.now(), maxGapMs: 0, samples: 0 };
  window.probe.watch = watch;
  const sample = async (): Promise<void> => {
    if (window.probe.watch !== watch) return;
    const inbound = await window.probe.inbound();
    const now = performance.now();
    for (const [track, { frames }] of inbound) {
      const known = latest.get(track);
      if (frames === 0) continue;
      if (known !== undefined) watch.maxGapMs = Math.max(watch.maxGapMs, now - known.at);
      if (known === undefined || frames > known.frames) latest.set(track, { frames, at: now });
    }
    watch.samples += 1;
    setTimeout(() => void sample(), 50);
  };
  void sample();
}
