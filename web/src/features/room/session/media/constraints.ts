export type Facing = 'user' | 'environment';

/** How firmly a device is asked for: a remembered one may be gone, a chosen one must be it. */
export interface Choice {
  deviceId: string | null;
  exact: boolean;
}

export function microphoneConstraints({ deviceId, exact }: Choice): MediaTrackConstraints {
  return {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    ...(deviceId === null ? {} : { deviceId: exact ? { exact: deviceId } : { ideal: deviceId } }),
  };
}

export function cameraConstraints({ deviceId, exact }: Choice, facing: Facing | null): MediaTrackConstraints {
  return {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30, max: 30 },
    ...(facing !== null ? { facingMode: { ideal: facing } } : {}),
    ...(facing === null && deviceId !== null
      ? { deviceId: exact ? { exact: deviceId } : { ideal: deviceId } }
      : {}),
  };
}
