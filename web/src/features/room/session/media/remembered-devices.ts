export type DeviceRole = 'microphone' | 'camera' | 'speaker';

const KEY_PREFIX = 'focusly.device.';

/** The devices chosen last time. Storage may be forbidden; then nothing is remembered. */
export interface RememberedDevices {
  read(role: DeviceRole): string | null;
  write(role: DeviceRole, deviceId: string): void;
}

export function rememberedDevices(storage: () => Storage): RememberedDevices {
  return {
    read(role) {
      try {
        const deviceId = storage().getItem(KEY_PREFIX + role);
        return deviceId === '' ? null : deviceId;
      } catch {
        return null;
      }
    },
    write(role, deviceId) {
      try {
        storage().setItem(KEY_PREFIX + role, deviceId);
      } catch {
        // Private browsing or a full storage: the choice holds for this page.
      }
    },
  };
}
