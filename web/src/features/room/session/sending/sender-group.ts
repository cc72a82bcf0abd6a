import type { VideoLimits } from './limits';

/**
 * The senders of all calls that carry the same tracks: a new track or another limit reaches every one of them without a new
 * offer. Each sender's parameters are set one after the other, since a second call during the first one is an error.
 */
export class SenderGroup {
  readonly #limits: (people: number, captureHeight: number) => VideoLimits;
  readonly #calls = new Map<string, { userId: string; senders: ManagedSender[] }>();
  readonly #paused = new Set<string>();
  #audio: MediaStreamTrack | null = null;
  #video: MediaStreamTrack | null = null;
  #people = 1;

  constructor(limits: (people: number, captureHeight: number) => VideoLimits) {
    this.#limits = limits;
  }

  /** What a new call is made or answered with. */
  stream(): MediaStream {
    return new MediaStream([this.#audio, this.#video].filter((track) => track !== null));
  }

  setTracks(audio: MediaStreamTrack | null, video: MediaStreamTrack | null): void {
    this.#audio = audio;
    this.#video = video;
    for (const { senders } of this.#calls.values()) {
      for (const sender of senders) sender.carry(sender.kind === 'audio' ? audio : video);
    }
    this.refresh();
  }

  setPeople(people: number): void {
    if (people === this.#people) return;
    this.#people = people;
    this.refresh();
  }

  /** Whether this person wants our picture; sound always goes on. */
  setWanted(userId: string, wanted: boolean): void {
    if (wanted) this.#paused.delete(userId);
    else this.#paused.add(userId);
    this.refresh();
  }

  forget(userId: string): void {
    this.#paused.delete(userId);
  }

  attach(callId: string, userId: string, connection: RTCPeerConnection): void {
    const senders = connection
      .getSenders()
      .flatMap((sender) => (sender.track === null ? [] : [new ManagedSender(sender, sender.track)]));
    this.#calls.set(callId, { userId, senders });
    // The tracks may have changed between the call's making and now.
    for (const sender of senders) sender.carry(sender.kind === 'audio' ? this.#audio : this.#video);
    this.refresh();
  }

  detach(callId: string): void {
    this.#calls.delete(callId);
  }

  /** Applies the limits again, as after a call has connected: before that some browsers have no encodings to limit. */
  refresh(): void {
    const limits = this.#limits(this.#people, this.#video?.getSettings().height ?? 720);
    for (const { userId, senders } of this.#calls.values()) {
      for (const sender of senders) {
        if (sender.kind === 'video') sender.limit({ ...limits, active: !this.#paused.has(userId) });
      }
    }
  }
}

type Encoding = VideoLimits & { active: boolean };

class ManagedSender {
  readonly kind: string;
  readonly #sender: RTCRtpSender;
  #wanted: Encoding | null = null;
  #applying = false;
  #carried: MediaStreamTrack | null;

  constructor(sender: RTCRtpSender, track: MediaStreamTrack) {
    this.#sender = sender;
    this.kind = track.kind;
    this.#carried = track;
  }

  carry(track: MediaStreamTrack | null): void {
    if (track === this.#carried) return;
    this.#carried = track;
    // Fails only on a connection that is closing, which needs no track any more.
    this.#sender.replaceTrack(track).catch(() => undefined);
  }

  limit(encoding: Encoding): void {
    this.#wanted = encoding;
    if (!this.#applying) void this.#apply();
  }

  async #apply(): Promise<void> {
    this.#applying = true;
    while (this.#wanted !== null) {
      const wanted = this.#wanted;
      this.#wanted = null;
      const parameters = this.#sender.getParameters();
      const [encoding] = parameters.encodings;
      if (encoding === undefined || sameEncoding(encoding, wanted)) continue;
      Object.assign(encoding, wanted);
      // As above; and a browser that refuses a limit still sends.
      await this.#sender.setParameters(parameters).catch(() => undefined);
    }
    this.#applying = false;
  }
}

function sameEncoding(encoding: RTCRtpEncodingParameters, wanted: Encoding): boolean {
  return (
    encoding.active === wanted.active &&
    encoding.maxBitrate === wanted.maxBitrate &&
    encoding.maxFramerate === wanted.maxFramerate &&
    encoding.scaleResolutionDownBy === wanted.scaleResolutionDownBy
  );
}
