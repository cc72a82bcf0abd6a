import { beforeEach, describe, expect, it } from 'vitest';
import { SenderGroup } from './sender-group';

interface FakeTrack {
  kind: string;
  getSettings: () => { height?: number };
}

class FakeSender {
  parameters: { encodings: Partial<RTCRtpEncodingParameters>[] } = { encodings: [{ active: true }] };
  setting = 0;
  mostAtOnce = 0;

  constructor(public track: FakeTrack | null) {}

  replaceTrack(track: FakeTrack | null): Promise<void> {
    this.track = track;
    return Promise.resolve();
  }

  getParameters() {
    return structuredClone(this.parameters);
  }

  async setParameters(parameters: FakeSender['parameters']): Promise<void> {
    this.setting += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.setting);
    await Promise.resolve();
    this.parameters = parameters;
    this.setting -= 1;
  }

  get encoding() {
    return this.parameters.encodings[0];
  }
}

const track = (kind: string, height?: number): MediaStreamTrack =>
  ({ kind, getSettings: () => (height === undefined ? {} : { height }) }) as unknown as MediaStreamTrack;

const limits = (people: number, captureHeight: number) => ({
  maxBitrate: 1_000 * people,
  maxFramerate: 10,
  scaleResolutionDownBy: captureHeight / 100,
});

/** Lets every promise that is due run; there are no timers here. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

describe('a group of senders', () => {
  const [silence, black] = [track('audio'), track('video', 100)];
  let group: SenderGroup;
  let audio: FakeSender;
  let video: FakeSender;
  beforeEach(() => {
    group = new SenderGroup(limits);
    group.setTracks(silence, black);
    audio = new FakeSender(silence);
    video = new FakeSender(black);
    attach('call-1', 'ada', audio, video);
  });

  function attach(callId: string, userId: string, ...senders: FakeSender[]): void {
    group.attach(callId, userId, { getSenders: () => senders } as unknown as RTCPeerConnection);
  }

  it('puts a new camera on every call without touching the sound', () => {
    const camera = track('video', 720);
    group.setTracks(silence, camera);
    expect(video.track).toBe(camera);
    expect(audio.track).toBe(silence);
  });

  it('brings a call up to date that was made with older tracks', () => {
    const camera = track('video', 720);
    group.setTracks(silence, camera);
    const late = new FakeSender(black);
    attach('call-2', 'bob', late);
    expect(late.track).toBe(camera);
  });

  it('limits video by the number of people and the camera', async () => {
    group.setTracks(silence, track('video', 400));
    group.setPeople(5);
    await settled();
    expect(video.encoding).toEqual({
      active: true,
      maxBitrate: 5_000,
      maxFramerate: 10,
      scaleResolutionDownBy: 4,
    });
    expect(audio.encoding).toEqual({ active: true });
  });

  it('sets the parameters of a sender one after the other, the last ones last', async () => {
    for (const people of [2, 3, 4, 5]) group.setPeople(people);
    await settled();
    expect(video.mostAtOnce).toBe(1);
    expect(video.encoding?.maxBitrate).toBe(5_000);
  });

  it('pauses the picture for who has it off screen, on calls made anew too', async () => {
    group.setWanted('ada', false);
    await settled();
    expect(video.encoding?.active).toBe(false);
    const again = new FakeSender(black);
    const other = new FakeSender(black);
    attach('call-2', 'ada', again);
    attach('call-3', 'bob', other);
    await settled();
    expect([again.encoding?.active, other.encoding?.active]).toEqual([false, true]);
    group.setWanted('ada', true);
    await settled();
    expect(video.encoding?.active).toBe(true);
  });

  it('leaves a closed call alone', () => {
    group.detach('call-1');
    group.setTracks(silence, track('video', 720));
    expect(video.track).toBe(black);
  });
});
