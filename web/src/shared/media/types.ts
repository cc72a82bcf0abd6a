import type { StoreApi } from 'zustand/vanilla';

/** Why a microphone or camera is absent; each has its own explanation on the page. */
export type MediaProblem =
  | 'insecure-context'
  | 'unsupported'
  | 'permission-denied'
  | 'no-device'
  | 'device-busy'
  | 'device-lost'
  | 'unknown';

/** What the pages know of this device's microphone, camera and speaker. */
export interface LocalMediaState {
  /** For the preview; always one object, its tracks come and go. */
  stream: MediaStream;
  /** On means live and wanted. */
  mic: boolean;
  camera: boolean;
  micProblem: MediaProblem | null;
  cameraProblem: MediaProblem | null;
  starting: boolean;
  /** How often the person has switched or chosen the microphone by hand. */
  micTouches: number;
  /** Microphone level, 0 to 1. */
  level: number;
  microphones: MediaDeviceInfo[];
  cameras: MediaDeviceInfo[];
  speakers: MediaDeviceInfo[];
  microphoneId: string | null;
  cameraId: string | null;
  speakerId: string | null;
  /** Not null where the camera can be flipped. */
  facing: 'user' | 'environment' | null;
}

/** This device's media: made once by the lobby, handed over to the room session, disposed at the end. */
export interface LocalMedia {
  readonly store: StoreApi<LocalMediaState>;
  /** Never throws; what went wrong is in the store. */
  start(wanted: { mic: boolean; camera: boolean }): Promise<void>;
  setMicrophone(on: boolean): Promise<void>;
  /** Switches the microphone off on the page's own account; resolves to whether it was on. */
  holdMicrophone(): Promise<boolean>;
  /**
   * Switches a held microphone on again if that is allowed when its turn comes. A device that is no more there is not
   * asked for; resolves to whether it is on.
   */
  releaseMicrophone(allowed: () => boolean): Promise<boolean>;
  setCamera(on: boolean): Promise<void>;
  useMicrophone(deviceId: string): Promise<void>;
  useCamera(deviceId: string): Promise<void>;
  useSpeaker(deviceId: string): void;
  flipCamera(): Promise<void>;
  dispose(): void;
}
