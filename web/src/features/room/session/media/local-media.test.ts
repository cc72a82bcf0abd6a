import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLocalMedia } from './local-media';
import type { MediaEnvironment } from './media-environment';
import { problemOf } from './problems';
import { rememberedDevices } from './remembered-devices';

class FakeTrack extends EventTarget {
  enabled = true;
  muted = false;
  readyState: 'live' | 'ended' = 'live';

  constructor(
    readonly kind: 'audio' | 'video',
    readonly settings: MediaTrackSettings,
  ) {
    super();
  }

  getSettings(): MediaTrackSettings {
    return this.settings;
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** What unplugging does. */
  unplug(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

class FakeStream {
  constructor(readonly tracks: FakeTrack[] = []) {}
  getTracks = (): FakeTrack[] => [...this.tracks];
  getAudioTracks = (): FakeTrack[] => this.tracks.filter(({ kind }) => kind === 'audio');
  getVideoTracks = (): FakeTrack[] => this.tracks.filter(({ kind }) => kind === 'video');
  addTrack = (track: FakeTrack): void => void this.tracks.push(track);
  removeTrack = (track: FakeTrack): void => void this.tracks.splice(this.tracks.indexOf(track), 1);
}

interface FakeDevice {
  kind: MediaDeviceKind;
  deviceId: string;
  facingMode?: 'user' | 'environment';
}

const MIC: FakeDevice = { kind: 'audioinput', deviceId: 'mic-1' };
const CAMERA: FakeDevice = { kind: 'videoinput', deviceId: 'cam-1' };

/** A machine whose devices a test can plug, unplug and forbid. */
class FakeMachine extends EventTarget {
  plugged: FakeDevice[] = [MIC, CAMERA];
  forbidden = new Set<'audio' | 'video'>();
  asked: MediaStreamConstraints[] = [];
  asking = 0;
  mostAtOnce = 0;

  enumerateDevices(): Promise<FakeDevice[]> {
    return Promise.resolve(this.plugged);
  }

  async getUserMedia(constraints: MediaStreamConstraints): Promise<FakeStream> {
    this.asked.push(constraints);
    this.asking += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.asking);
    await Promise.resolve();
    this.asking -= 1;
    const tracks: FakeTrack[] = [];
    if (constraints.audio !== false)
      tracks.push(this.#open('audio', constraints.audio as MediaTrackConstraints));
    if (constraints.video !== false)
      tracks.push(this.#open('video', constraints.video as MediaTrackConstraints));
    return new FakeStream(tracks);
  }

  #open(kind: 'audio' | 'video', wanted: MediaTrackConstraints): FakeTrack {
    if (this.forbidden.has(kind)) throw new DOMException('', 'NotAllowedError');
    const all = this.plugged.filter((device) => device.kind === `${kind}input`);
    const { exact, ideal } = (wanted.deviceId ?? {}) as { exact?: string; ideal?: string };
    const facing = (wanted.facingMode as { ideal: string } | undefined)?.ideal;
    const match = all.find(
      ({ deviceId, facingMode }) =>
        deviceId === (exact ?? ideal) || (facing !== undefined && facingMode === facing),
    );
    const device = match ?? (exact === undefined ? all[0] : undefined);
    if (device === undefined)
      throw new DOMException('', all.length === 0 ? 'NotFoundError' : 'OverconstrainedError');
    const { deviceId, facingMode } = device;
    return new FakeTrack(kind, { deviceId, ...(facingMode === undefined ? {} : { facingMode }) });
  }
}

class FakePage extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  show(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

function setUp(fields: Partial<MediaEnvironment> = {}) {
  const machine = new FakeMachine();
  const page = new FakePage();
  const metered: ((level: number) => void)[] = [];
  const media = createLocalMedia({
    devices: machine as unknown as MediaDevices,
    secure: true,
    supported: true,
    newStream: () => new FakeStream() as unknown as MediaStream,
    meter: (_, tell) => {
      metered.push(tell);
      return () => undefined;
    },
    remembered: rememberedDevices(() => localStorage),
    page: page as unknown as Document,
    ...fields,
  });
  const track = (kind: 'audio' | 'video'): FakeTrack => {
    const { stream } = media.store.getState();
    const [found] = (kind === 'audio'
      ? stream.getAudioTracks()
      : stream.getVideoTracks()) as unknown as FakeTrack[];
    if (found === undefined) throw new Error(`No ${kind} track.`);
    return found;
  };
  const state = () => media.store.getState();
  return { machine, page, media, track, state, metered };
}

const both = { mic: true, camera: true };

describe('local media', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('holds the microphone and releases it, which is no hand at the switch', async () => {
    const { media, machine, state, track } = setUp();
    await media.start(both);
    expect(await media.holdMicrophone()).toBe(true);
    expect(state().mic).toBe(false);
    expect(track('audio').enabled).toBe(false);
    expect(await media.holdMicrophone()).toBe(false);
    expect(await media.releaseMicrophone(() => false)).toBe(false);
    expect(track('audio').enabled).toBe(false);
    expect(await media.releaseMicrophone(() => true)).toBe(true);
    expect(track('audio').enabled).toBe(true);
    expect(state()).toMatchObject({ mic: true, micTouches: 0 });
    expect(machine.asked).toHaveLength(1);
  });

  it('counts each hand at the microphone’s switch from the moment of the press', async () => {
    const { media, state } = setUp();
    const turn = media.setMicrophone(true);
    expect(state()).toMatchObject({ mic: false, micTouches: 1 });
    const choosing = media.useMicrophone('mic-1');
    expect(state().micTouches).toBe(2);
    await Promise.all([turn, choosing, media.setCamera(true)]);
    expect(state().micTouches).toBe(2);
  });

  it('releases no microphone that is not there any more', async () => {
    const { media, machine, state } = setUp();
    await media.start({ mic: false, camera: true });
    const { length } = machine.asked;
    expect(await media.releaseMicrophone(() => true)).toBe(false);
    expect(machine.asked).toHaveLength(length);
    expect(state().mic).toBe(false);
  });

  it('asks whether it may release when its turn has come', async () => {
    const { media, state } = setUp();
    await media.start(both);
    await media.holdMicrophone();
    let allowed = true;
    const before = media.setCamera(false).then(() => (allowed = false));
    const released = media.releaseMicrophone(() => allowed);
    await before;
    expect(await released).toBe(state().mic);
    expect(state().mic).toBe(false);
  });

  it('asks for both devices in one question', async () => {
    const { machine, media, state } = setUp();
    await media.start(both);
    expect(machine.asked).toHaveLength(1);
    expect(state()).toMatchObject({
      ...both,
      starting: false,
      microphoneId: 'mic-1',
      cameraId: 'cam-1',
      facing: null,
    });
    expect(state().cameras).toEqual([CAMERA]);
  });

  it('has the microphone when only the camera is forbidden', async () => {
    const { machine, media, state } = setUp();
    machine.forbidden.add('video');
    await media.start(both);
    expect(state()).toMatchObject({
      mic: true,
      camera: false,
      micProblem: null,
      cameraProblem: 'permission-denied',
    });
  });

  it('tells a missing device from a forbidden one', async () => {
    const { machine, media, state } = setUp();
    machine.plugged = [CAMERA];
    await media.start(both);
    expect(state()).toMatchObject({ mic: false, camera: true, micProblem: 'no-device', cameraProblem: null });
  });

  it.each([
    [{ secure: false, devices: undefined }, 'insecure-context'],
    [{ supported: false }, 'unsupported'],
  ])('gives the reason where nothing can work: %o', async (fields, problem) => {
    const { media, state } = setUp(fields);
    await media.start(both);
    expect(state()).toMatchObject({ mic: false, camera: false, micProblem: problem, cameraProblem: problem });
  });

  it('keeps the device while muted, and lets the camera go when off', async () => {
    const { machine, media, track, state } = setUp();
    await media.start(both);
    const [mic, camera] = [track('audio'), track('video')];
    await media.setMicrophone(false);
    await media.setCamera(false);
    expect([mic.readyState, mic.enabled, camera.readyState]).toEqual(['live', false, 'ended']);
    expect(state()).toMatchObject({ mic: false, camera: false });
    await media.setMicrophone(true);
    await media.setCamera(true);
    expect(track('audio')).toBe(mic);
    expect(state()).toMatchObject(both);
    expect(machine.asked).toHaveLength(2);
  });

  it('keeps one stream object for the preview', async () => {
    const { media, state } = setUp();
    const before = state().stream;
    await media.start(both);
    await media.setCamera(false);
    expect(state().stream).toBe(before);
  });

  it('never asks the browser twice at once', async () => {
    const { machine, media } = setUp();
    await Promise.all([
      media.start(both),
      media.setCamera(true),
      media.useCamera('cam-1'),
      media.useMicrophone('mic-1'),
    ]);
    expect(machine.mostAtOnce).toBe(1);
  });

  it('changes to the chosen camera and remembers it', async () => {
    const { machine, media, track } = setUp();
    machine.plugged.push({ kind: 'videoinput', deviceId: 'cam-2' });
    await media.start(both);
    const before = track('video');
    await media.useCamera('cam-2');
    expect(before.readyState).toBe('ended');
    expect(track('video').getSettings().deviceId).toBe('cam-2');
    const next = setUp();
    next.machine.plugged = machine.plugged;
    await next.media.start(both);
    expect(next.state().cameraId).toBe('cam-2');
    machine.plugged = [MIC, CAMERA];
    const gone = setUp();
    await gone.media.start(both);
    expect(gone.state()).toMatchObject({ camera: true, cameraId: 'cam-1' });
  });

  it('stays muted through a change of microphone', async () => {
    const { machine, media, track, state } = setUp();
    machine.plugged.push({ kind: 'audioinput', deviceId: 'mic-2' });
    await media.start(both);
    await media.setMicrophone(false);
    await media.useMicrophone('mic-2');
    expect(track('audio').enabled).toBe(false);
    expect(state()).toMatchObject({ mic: false, microphoneId: 'mic-2' });
  });

  it('flips between the two sides of a phone', async () => {
    const { machine, media, state } = setUp();
    machine.plugged = [
      MIC,
      { kind: 'videoinput', deviceId: 'front', facingMode: 'user' },
      { kind: 'videoinput', deviceId: 'back', facingMode: 'environment' },
    ];
    await media.start(both);
    expect(state().facing).toBe('user');
    await media.flipCamera();
    expect(state()).toMatchObject({ facing: 'environment', cameraId: 'back' });
  });

  it('falls back to another device when one is unplugged', async () => {
    const { machine, media, track, state } = setUp();
    await media.start(both);
    machine.plugged = [{ kind: 'audioinput', deviceId: 'mic-2' }, CAMERA];
    track('audio').unplug();
    await vi.runAllTimersAsync();
    expect(state()).toMatchObject({ mic: true, microphoneId: 'mic-2', micProblem: null });
  });

  it('says so when there is no other', async () => {
    const { machine, media, track, state } = setUp();
    await media.start(both);
    machine.plugged = [MIC];
    track('video').unplug();
    await vi.runAllTimersAsync();
    expect(state()).toMatchObject({ camera: false, cameraProblem: 'device-lost', mic: true });
  });

  it('takes a camera back that the system took from the hidden page', async () => {
    const { machine, media, page, track, state } = setUp();
    await media.start(both);
    page.show('hidden');
    track('video').unplug();
    await vi.runAllTimersAsync();
    expect(state().camera).toBe(false);
    expect(machine.asked).toHaveLength(1);
    page.show('visible');
    await vi.runAllTimersAsync();
    expect(state()).toMatchObject({ camera: true, cameraProblem: null });
  });

  it('takes a camera anew that stays muted after the page is back', async () => {
    const { machine, media, page, track } = setUp();
    await media.start(both);
    const before = track('video');
    before.muted = true;
    page.show('hidden');
    page.show('visible');
    await vi.runAllTimersAsync();
    expect(before.readyState).toBe('ended');
    expect(track('video').muted).toBe(false);
    expect(machine.asked).toHaveLength(2);
  });

  it('lists what is plugged in later', async () => {
    const { machine, media, state } = setUp();
    await media.start(both);
    machine.plugged = [...machine.plugged, { kind: 'audiooutput', deviceId: 'speaker' }];
    machine.dispatchEvent(new Event('devicechange'));
    await vi.runAllTimersAsync();
    expect(state().speakers).toHaveLength(1);
  });

  it('shows no level while muted', async () => {
    const { media, state, metered } = setUp();
    await media.start(both);
    metered[0]?.(0.456);
    expect(state().level).toBe(0.46);
    await media.setMicrophone(false);
    metered[0]?.(0.5);
    expect(state().level).toBe(0);
  });

  it('stops every device in the end, also one that comes too late', async () => {
    const { media, track, state } = setUp();
    await media.start(both);
    const [mic, camera] = [track('audio'), track('video')];
    media.dispose();
    expect([mic.readyState, camera.readyState]).toEqual(['ended', 'ended']);
    const late = setUp();
    const starting = late.media.start(both);
    await Promise.resolve();
    late.media.dispose();
    await starting;
    expect(late.state().stream.getTracks()).toEqual([]);
    expect(state()).toMatchObject({ mic: false, camera: false });
  });
});

describe('a problem', () => {
  it.each([
    ['NotAllowedError', 'permission-denied'],
    ['SecurityError', 'permission-denied'],
    ['NotFoundError', 'no-device'],
    ['OverconstrainedError', 'no-device'],
    ['NotReadableError', 'device-busy'],
    ['AbortError', 'device-busy'],
    ['TypeError', 'unknown'],
  ])('named %s is %s', (name, problem) => {
    expect(problemOf(new DOMException('', name))).toBe(problem);
  });

  it('of no known kind is unknown', () => expect(problemOf('odd')).toBe('unknown'));
});
