/** Our own shared screen. */
export class ScreenShare {
  readonly #changed: () => void;
  #stream: MediaStream | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get stream(): MediaStream | null {
    return this.#stream;
  }

  /** Asks the person what to show. Resolves to a notice code when that failed; changing one's mind is no failure. */
  async start(): Promise<'screen-share-unsupported' | 'screen-share-failed' | null> {
    if (this.#stream !== null) return null;
    // Absent on phones, and mediaDevices itself on insecure pages, whatever the types say.
    const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
    if (devices?.getDisplayMedia === undefined) return 'screen-share-unsupported';
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({
        video: { frameRate: { ideal: 15, max: 30 } },
        audio: true,
      });
      this.#show(stream);
      return null;
    } catch (error) {
      return error instanceof DOMException && error.name === 'NotAllowedError' ? null : 'screen-share-failed';
    }
  }

  stop(): void {
    const stream = this.#stream;
    if (stream === null) return;
    this.#stream = null;
    for (const track of stream.getTracks()) track.stop();
    this.#changed();
  }

  #show(stream: MediaStream): void {
    const [video] = stream.getVideoTracks();
    if (video === undefined) return;
    video.contentHint = 'detail';
    // The browser's own "stop sharing" button ends the track.
    video.addEventListener('ended', () => {
      if (this.#stream === stream) this.stop();
    });
    this.#stream = stream;
    this.#changed();
  }
}
