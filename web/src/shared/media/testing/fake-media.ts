import { createStore } from 'zustand/vanilla';
import type { LocalMedia, LocalMediaState } from '@/shared/media/types';

/** Local media without devices: switches work, every call is recorded. */
export interface FakeMedia extends LocalMedia {
  readonly calls: string[];
}

export function fakeMedia(initial: Partial<LocalMediaState> = {}): FakeMedia {
  const calls: string[] = [];
  const store = createStore<LocalMediaState>(() => ({
    stream: {} as MediaStream,
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
    microphoneId: null,
    cameraId: null,
    speakerId: null,
    facing: null,
    ...initial,
  }));
  const done = (call: string, change: Partial<LocalMediaState> = {}): Promise<void> => {
    calls.push(call);
    store.setState(change);
    return Promise.resolve();
  };
  return {
    store,
    calls,
    start: (wanted) => {
      const { micProblem, cameraProblem } = store.getState();
      return done('start', {
        mic: wanted.mic && micProblem === null,
        camera: wanted.camera && cameraProblem === null,
      });
    },
    setMicrophone: (on) => {
      store.setState(({ micTouches }) => ({ micTouches: micTouches + 1 }));
      return done(`setMicrophone ${String(on)}`, { mic: on });
    },
    holdMicrophone: async () => {
      const { mic } = store.getState();
      await done('holdMicrophone', { mic: false });
      return mic;
    },
    releaseMicrophone: async (allowed) => {
      const open = allowed();
      await done(`releaseMicrophone ${String(open)}`, open ? { mic: true } : {});
      return open;
    },
    setCamera: (on) => done(`setCamera ${String(on)}`, { camera: on }),
    useMicrophone: (id) => done(`useMicrophone ${id}`, { microphoneId: id }),
    useCamera: (id) => done(`useCamera ${id}`, { cameraId: id }),
    useSpeaker: (id) => void done(`useSpeaker ${id}`, { speakerId: id }),
    flipCamera: () => done('flipCamera'),
    dispose: () => void done('dispose', { mic: false, camera: false }),
  };
}
