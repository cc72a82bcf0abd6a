import { meterLevel, type MeterLevel } from './level-meter';
import { rememberedDevices, type RememberedDevices } from './remembered-devices';

/** What local media takes from the browser. */
export interface MediaEnvironment {
  /** absent on insecure pages */
  devices: MediaDevices | undefined;
  secure: boolean;
  /** whether this browser can make calls at all */
  supported: boolean;
  newStream: () => MediaStream;
  meter: MeterLevel;
  remembered: RememberedDevices;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

export function browserMediaEnvironment(): MediaEnvironment {
  return {
    devices: navigator.mediaDevices,
    secure: window.isSecureContext,
    supported: typeof RTCPeerConnection === 'function',
    newStream: () => new MediaStream(),
    meter: meterLevel,
    remembered: rememberedDevices(() => window.localStorage),
    page: document,
  };
}
