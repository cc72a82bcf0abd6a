import { Check, Play, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TimerPreset } from '@/realtime/schemas-timer';
import { useRoom, useSession } from '../session-context';
import { lengthsOf, sameLengths } from './lengths';
import type { TimerState } from './model';
import { timerObstacle } from './permission';

const iconButton =
  'grid size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink disabled:cursor-not-allowed disabled:opacity-55';

/** Lengths that the room keeps under a name. An idle timer starts with one; of one that runs it is what comes next. */
export function Presets({ timer }: { timer: TimerState }) {
  const { t } = useTranslation();
  if (timer.presets.length === 0) return <p className="text-sm text-muted">{t('timer.presetsEmpty')}</p>;
  return (
    <ul className="grid gap-1" data-testid="timer-presets">
      {timer.presets.map((preset) => (
        <Preset key={preset.name} preset={preset} timer={timer} />
      ))}
    </ul>
  );
}

function Preset({ preset, timer }: { preset: TimerPreset; timer: TimerState }) {
  const { t } = useTranslation();
  const session = useSession();
  const blocked = useRoom((state) => timerObstacle(state) !== null);
  const { name } = preset;
  const lengths = lengthsOf(preset);
  const chosen = sameLengths(lengths, timer.settings);
  const idle = timer.phase === 'idle';
  const choose = (): void => {
    if (idle) void session.send('timer-start', { preset: name });
    else void session.send('timer-configure', lengths);
  };
  return (
    <li className="flex min-h-11 items-center gap-1" data-testid="timer-preset">
      <span className="min-w-0 flex-1">
        <span className="block truncate text-[0.95rem] font-medium">{name}</span>
        <span className="block text-xs text-muted">{t('timer.presetLengths', { ...lengths })}</span>
      </span>
      {!idle && chosen ? (
        <span className="grid size-11 place-items-center text-accent">
          <Check className="size-5" role="img" aria-label={t('timer.presetChosen', { name })} />
        </span>
      ) : (
        <button
          type="button"
          className={iconButton}
          disabled={blocked}
          aria-label={t(idle ? 'timer.presetStart' : 'timer.presetNext', { name })}
          title={t(idle ? 'timer.presetStart' : 'timer.presetNext', { name })}
          onClick={choose}
          data-testid="timer-preset-choose"
        >
          {idle ? (
            <Play className="size-4.5" aria-hidden="true" />
          ) : (
            <Check className="size-4.5" aria-hidden="true" />
          )}
        </button>
      )}
      <button
        type="button"
        className={iconButton}
        disabled={blocked}
        aria-label={t('timer.presetRemove', { name })}
        title={t('timer.presetRemove', { name })}
        onClick={() => void session.send('preset-remove', { name })}
        data-testid="timer-preset-remove"
      >
        <Trash2 className="size-4.5" aria-hidden="true" />
      </button>
    </li>
  );
}
