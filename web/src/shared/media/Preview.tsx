import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Hint } from '../ui/Hint';
import { LevelMeter } from './LevelMeter';
import { rememberMediaChoice } from './remembered-choice';
import { StreamVideo } from './StreamVideo';
import type { LocalMedia } from './types';

/** The own picture as a mirror shows it, with the switches and the microphone's level on it. */
export function Preview({ media }: { media: LocalMedia }) {
  const { t } = useTranslation();
  const stream = useStore(media.store, (state) => state.stream);
  const mic = useStore(media.store, (state) => state.mic);
  const camera = useStore(media.store, (state) => state.camera);
  const starting = useStore(media.store, (state) => state.starting);
  const facing = useStore(media.store, (state) => state.facing);

  const switchMicrophone = (): void => {
    rememberMediaChoice({ mic: !mic });
    void media.setMicrophone(!mic);
  };
  const switchCamera = (): void => {
    rememberMediaChoice({ camera: !camera });
    void media.setCamera(!camera);
  };

  return (
    <div className="relative aspect-4/3 overflow-hidden rounded-3xl bg-tile sm:aspect-video">
      <p className="absolute inset-0 grid place-items-center px-6 pb-12 text-center text-muted">
        {starting ? t('lobby.starting') : t('lobby.cameraOff')}
      </p>
      <StreamVideo
        stream={stream}
        shown={camera}
        mirrored={facing !== 'environment'}
        fit="cover"
        label={t('lobby.preview')}
      />
      <div className="absolute inset-x-0 bottom-0 flex items-center justify-center gap-3 p-4">
        <Switch
          on={mic}
          testId="lobby-mic"
          label={mic ? t('media.microphoneOff') : t('media.microphoneOn')}
          onIcon={<Mic className="size-5" aria-hidden="true" />}
          offIcon={<MicOff className="size-5" aria-hidden="true" />}
          onToggle={switchMicrophone}
        />
        <Switch
          on={camera}
          testId="lobby-camera"
          label={camera ? t('media.cameraOff') : t('media.cameraOn')}
          onIcon={<Video className="size-5" aria-hidden="true" />}
          offIcon={<VideoOff className="size-5" aria-hidden="true" />}
          onToggle={switchCamera}
        />
      </div>
      <span className="absolute right-3 bottom-6 rounded-full bg-raised/90 px-3 py-1.5 sm:right-4">
        <LevelMeter media={media} />
      </span>
    </div>
  );
}

interface SwitchProps {
  on: boolean;
  label: string;
  testId: string;
  onIcon: ReactNode;
  offIcon: ReactNode;
  onToggle: () => void;
}

function Switch({ on, label, testId, onIcon, offIcon, onToggle }: SwitchProps) {
  return (
    <Hint text={label}>
      <button
        type="button"
        aria-label={label}
        data-testid={testId}
        data-on={on}
        onClick={onToggle}
        className={`grid size-13 place-items-center rounded-full shadow-lift transition-colors ${
          on ? 'bg-raised text-ink hover:bg-canvas' : 'bg-danger text-danger-ink hover:bg-danger-strong'
        }`}
      >
        {on ? onIcon : offIcon}
      </button>
    </Hint>
  );
}
