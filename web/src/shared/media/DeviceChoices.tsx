import { Mic, Video, Volume2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Choice, type ChoiceOption } from '../ui/Choice';
import type { LocalMedia } from './types';

/** Choosing a speaker needs a browser that can route sound. */
const canChooseSpeaker = typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;

export function DeviceChoices({ media, captions = false }: { media: LocalMedia; captions?: boolean }) {
  const { t } = useTranslation();
  const state = useStore(media.store);
  const field = (
    label: string,
    icon: ReactNode,
    devices: MediaDeviceInfo[],
    value: string | null,
    choose: (deviceId: string) => void,
  ): ReactNode => {
    const options = deviceOptions(devices, (number) => t('media.unnamedDevice', { kind: label, number }));
    return (
      <div className="min-w-0">
        {captions && (
          <p aria-hidden="true" className="mb-1.5 text-sm font-medium">
            {label}
          </p>
        )}
        <Choice
          label={label}
          icon={icon}
          value={options.some((option) => option.value === value) ? value : null}
          options={options}
          onChoose={choose}
          placeholder={options.length === 0 ? t('media.noDevice') : t('media.defaultDevice')}
        />
      </div>
    );
  };
  return (
    <div className={captions ? 'grid gap-4' : 'grid gap-2.5 sm:grid-cols-[repeat(auto-fit,minmax(0,1fr))]'}>
      {field(
        t('media.microphone'),
        <Mic className="size-4.5" aria-hidden="true" />,
        state.microphones,
        state.microphoneId,
        (id) => void media.useMicrophone(id),
      )}
      {field(
        t('media.camera'),
        <Video className="size-4.5" aria-hidden="true" />,
        state.cameras,
        state.cameraId,
        (id) => void media.useCamera(id),
      )}
      {canChooseSpeaker &&
        field(
          t('media.speaker'),
          <Volume2 className="size-4.5" aria-hidden="true" />,
          state.speakers,
          state.speakerId,
          (id) => media.useSpeaker(id),
        )}
    </div>
  );
}

/** Before permission is given, browsers list devices without ids: those cannot be chosen. */
function deviceOptions(devices: MediaDeviceInfo[], unnamed: (number: number) => string): ChoiceOption[] {
  return devices
    .filter((device) => device.deviceId !== '')
    .map((device, index) => ({ value: device.deviceId, label: device.label || unnamed(index + 1) }));
}
