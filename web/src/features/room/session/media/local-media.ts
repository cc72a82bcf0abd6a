import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LocalMedia, LocalMediaState, MediaProblem } from '../types';
import { cameraConstraints, microphoneConstraints, type Facing } from './constraints';
import { browserMediaEnvironment, type MediaEnvironment } from './media-environment';
import { problemOf } from './problems';

/** A camera that the system muted while the page was hidden is given this long to come back by itself. */
const UNMUTE_WAIT_MS = 1_000;

interface Wanted {
  mic: boolean;
  camera: boolean;
}
type Kind = 'mic' | 'camera';

export function createLocalMedia(environment: MediaEnvironment = browserMediaEnvironment()): LocalMedia {
  return new DeviceMedia(environment);
}

/**
 * This device's microphone and camera. Every change waits for the one before it: phones allow one getUserMedia at a time, and
 * a second camera only after the first has been let go.
 */
class DeviceMedia implements LocalMedia {
  readonly store: StoreApi<LocalMediaState>;
  readonly #environment: MediaEnvironment;
  readonly #stream: MediaStream;
  #queue: Promise<void> = Promise.resolve();
  #disposed = false;
  #stopMeter: (() => void) | null = null;
  #unmuteTimer: ReturnType<typeof setTimeout> | undefined;
  /** the camera was taken from a hidden page, and is wanted again when it is seen */
  #cameraDue = false;
  /** A microphone that takes the place of a muted one is muted from its first moment. */
  #micOpens = true;

  constructor(environment: MediaEnvironment) {
    this.#environment = environment;
    this.#stream = environment.newStream();
    const { remembered } = environment;
    this.store = createStore(() => ({
      stream: this.#stream,
      mic: false,
      camera: false,
      micProblem: null,
      cameraProblem: null,
      starting: false,
      micTouches: 0,
      level: 0,
      microphones: [],
      cameras: [],
      speakers: [],
      microphoneId: remembered.read('microphone'),
      cameraId: remembered.read('camera'),
      speakerId: remembered.read('speaker'),
      facing: null,
    }));
    environment.devices?.addEventListener('devicechange', this.#onDeviceChange);
    environment.page.addEventListener('visibilitychange', this.#onVisibility);
  }

  start(wanted: Wanted): Promise<void> {
    return this.#inTurn(async () => {
      this.store.setState({ starting: true });
      await this.#acquire(wanted, false);
      await this.#listDevices();
      this.store.setState({ starting: false });
    });
  }

  setMicrophone(on: boolean): Promise<void> {
    this.#touchMicrophone();
    return this.#inTurn(async () => {
      const track = this.#track('mic');
      if (on && track === undefined) {
        await this.#acquire({ mic: true, camera: false }, false);
        await this.#listDevices();
      } else {
        this.#enableMicrophone(on);
      }
    });
  }

  async holdMicrophone(): Promise<boolean> {
    let wasOn = false;
    await this.#inTurn(() => {
      wasOn = this.store.getState().mic;
      if (wasOn) this.#enableMicrophone(false);
      return Promise.resolve();
    });
    return wasOn;
  }

  async releaseMicrophone(allowed: () => boolean): Promise<boolean> {
    let isOn = false;
    await this.#inTurn(() => {
      isOn = allowed() && this.#enableMicrophone(true);
      return Promise.resolve();
    });
    return isOn;
  }

  setCamera(on: boolean): Promise<void> {
    return this.#inTurn(async () => {
      this.#cameraDue = false;
      if (!on) this.#drop('camera');
      else if (this.#track('camera') === undefined) {
        await this.#acquire({ mic: false, camera: true }, false);
        await this.#listDevices();
      }
    });
  }

  useMicrophone(deviceId: string): Promise<void> {
    this.#touchMicrophone();
    return this.#inTurn(async () => {
      this.#environment.remembered.write('microphone', deviceId);
      this.store.setState({ microphoneId: deviceId });
      const before = this.#track('mic');
      if (before === undefined) return;
      const { enabled } = before;
      this.#drop('mic');
      this.#micOpens = enabled;
      await this.#acquire({ mic: true, camera: false }, true);
      this.#micOpens = true;
    });
  }

  useCamera(deviceId: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#environment.remembered.write('camera', deviceId);
      this.store.setState({ cameraId: deviceId });
      if (this.#track('camera') === undefined) return;
      this.#drop('camera');
      await this.#acquire({ mic: false, camera: true }, true);
    });
  }

  useSpeaker(deviceId: string): void {
    this.#environment.remembered.write('speaker', deviceId);
    this.store.setState({ speakerId: deviceId });
  }

  flipCamera(): Promise<void> {
    return this.#inTurn(async () => {
      const { facing } = this.store.getState();
      if (facing === null || this.#track('camera') === undefined) return;
      this.#drop('camera');
      await this.#acquire({ mic: false, camera: true }, false, facing === 'user' ? 'environment' : 'user');
    });
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#unmuteTimer);
    this.#environment.devices?.removeEventListener('devicechange', this.#onDeviceChange);
    this.#environment.page.removeEventListener('visibilitychange', this.#onVisibility);
    this.#drop('mic');
    this.#drop('camera');
  }

  /** At once and not in turn: a hand at the switch counts from the moment of the press. */
  #touchMicrophone(): void {
    this.store.setState(({ micTouches }) => ({ micTouches: micTouches + 1 }));
  }

  /** Muting keeps the device, so that talking again is immediate. Whether there is one. */
  #enableMicrophone(on: boolean): boolean {
    const track = this.#track('mic');
    if (track === undefined) return false;
    track.enabled = on;
    this.store.setState({ mic: on, micProblem: null });
    return true;
  }

  #inTurn(change: () => Promise<void>): Promise<void> {
    const turn = this.#queue.then(async () => {
      if (!this.#disposed) await change();
    });
    // What went wrong is told to who asked for it; the next change has its turn all the same.
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Gets what is wanted, both in one question; where that fails each by itself, so that one problem costs one device. */
  async #acquire(wanted: Wanted, exact: boolean, facing: Facing | null = null): Promise<void> {
    const { devices, secure, supported } = this.#environment;
    if (!supported || !secure || devices === undefined) {
      const problem = secure ? 'unsupported' : 'insecure-context';
      if (wanted.mic) this.store.setState({ micProblem: problem });
      if (wanted.camera) this.store.setState({ cameraProblem: problem });
      return;
    }
    if (wanted.mic && wanted.camera) {
      const both = await this.#ask(devices, wanted, exact, facing);
      if (both === null) return;
    }
    if (wanted.mic) this.#note('mic', await this.#ask(devices, { mic: true, camera: false }, exact, facing));
    if (wanted.camera)
      this.#note('camera', await this.#ask(devices, { mic: false, camera: true }, exact, facing));
  }

  async #ask(
    devices: MediaDevices,
    wanted: Wanted,
    exact: boolean,
    facing: Facing | null,
  ): Promise<MediaProblem | null> {
    const { microphoneId, cameraId } = this.store.getState();
    try {
      const got = await devices.getUserMedia({
        audio: wanted.mic && microphoneConstraints({ deviceId: microphoneId, exact }),
        video: wanted.camera && cameraConstraints({ deviceId: cameraId, exact }, facing),
      });
      for (const track of got.getTracks()) {
        if (this.#disposed) track.stop();
        else this.#take(track);
      }
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  #note(kind: Kind, problem: MediaProblem | null): void {
    if (problem !== null)
      this.store.setState(kind === 'mic' ? { micProblem: problem } : { cameraProblem: problem });
  }

  #take(track: MediaStreamTrack): void {
    const kind = track.kind === 'audio' ? 'mic' : 'camera';
    this.#drop(kind);
    this.#stream.addTrack(track);
    track.addEventListener('ended', () => {
      if (this.#track(kind) === track) this.#onLost(kind);
    });
    const { deviceId, facingMode } = track.getSettings();
    if (kind === 'mic') {
      this.#stopMeter = this.#environment.meter(track, (level) => this.#tellLevel(track, level));
      track.enabled = this.#micOpens;
      this.store.setState({ mic: this.#micOpens, micProblem: null, microphoneId: deviceId ?? null });
    } else {
      const facing = facingMode === 'user' || facingMode === 'environment' ? facingMode : null;
      this.store.setState({ camera: true, cameraProblem: null, cameraId: deviceId ?? null, facing });
    }
  }

  #drop(kind: Kind): void {
    const track = this.#track(kind);
    if (kind === 'mic') {
      this.#stopMeter?.();
      this.#stopMeter = null;
    }
    if (track !== undefined) {
      this.#stream.removeTrack(track);
      track.stop();
    }
    this.store.setState(kind === 'mic' ? { mic: false, level: 0 } : { camera: false, facing: null });
  }

  /** The device went away, or the system took it. Another one takes over where there is one. */
  #onLost(kind: Kind): void {
    const enabled = this.#track(kind)?.enabled ?? false;
    this.#drop(kind);
    if (kind === 'camera' && this.#environment.page.visibilityState === 'hidden') {
      this.#cameraDue = true;
      return;
    }
    void this.#inTurn(async () => {
      if (this.#track(kind) !== undefined) return;
      this.#micOpens = kind !== 'mic' || enabled;
      await this.#acquire({ mic: kind === 'mic', camera: kind === 'camera' }, false);
      this.#micOpens = true;
      if (this.#track(kind) === undefined) this.#note(kind, 'device-lost');
      await this.#listDevices();
    });
  }

  readonly #onDeviceChange = (): void => {
    void this.#inTurn(() => this.#listDevices());
  };

  readonly #onVisibility = (): void => {
    clearTimeout(this.#unmuteTimer);
    if (this.#environment.page.visibilityState !== 'visible') return;
    this.#unmuteTimer = setTimeout(() => void this.#reviveCamera(), this.#cameraDue ? 0 : UNMUTE_WAIT_MS);
  };

  #reviveCamera(): Promise<void> {
    return this.#inTurn(async () => {
      const track = this.#track('camera');
      const taken = track !== undefined && (track.muted || track.readyState === 'ended');
      if (!this.#cameraDue && !taken) return;
      this.#cameraDue = false;
      this.#drop('camera');
      await this.#acquire({ mic: false, camera: true }, false);
    });
  }

  async #listDevices(): Promise<void> {
    // A browser that refuses to list them still gave us the default ones.
    const devices = (await this.#environment.devices?.enumerateDevices().catch(() => [])) ?? [];
    const named = (kind: MediaDeviceKind): MediaDeviceInfo[] =>
      devices.filter((device) => device.kind === kind && device.deviceId !== '');
    const cameras = named('videoinput');
    const settings = this.#track('camera')?.getSettings().facingMode;
    const facing = settings === 'user' || settings === 'environment' ? settings : null;
    this.store.setState({
      microphones: named('audioinput'),
      cameras,
      speakers: named('audiooutput'),
      facing: cameras.length > 1 ? facing : null,
    });
  }

  #tellLevel(track: MediaStreamTrack, level: number): void {
    const told = track.enabled ? Math.round(level * 100) / 100 : 0;
    if (told !== this.store.getState().level) this.store.setState({ level: told });
  }

  #track(kind: Kind): MediaStreamTrack | undefined {
    return (kind === 'mic' ? this.#stream.getAudioTracks() : this.#stream.getVideoTracks())[0];
  }
}
