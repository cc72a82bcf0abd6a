import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LocalMedia } from './types';

const bars = [0.06, 0.14, 0.24, 0.36, 0.5, 0.66, 0.82];

/** How loud the microphone is right now; reads the level itself, so that only this part redraws. */
export function LevelMeter({ media }: { media: LocalMedia }) {
  const { t } = useTranslation();
  const level = useStore(media.store, (state) => (state.mic ? state.level : 0));
  const percent = Math.round(level * 100);
  return (
    <span
      role="meter"
      aria-label={t('lobby.level')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="flex h-5 items-center gap-1"
    >
      {bars.map((threshold, index) => (
        <span
          key={threshold}
          className={`w-1 rounded-full transition-colors duration-75 ${level >= threshold ? 'bg-speaking' : 'bg-control/40'}`}
          style={{ height: `${40 + index * 10}%` }}
        />
      ))}
    </span>
  );
}
