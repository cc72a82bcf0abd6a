import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimerPreset } from '@/realtime/schemas-timer';
import { Button } from '@/shared/ui/Button';
import { useSession } from '../session-context';
import { PRESETS_MAX, readPresetName, type Lengths } from './lengths';

interface PresetFormProps {
  presets: readonly TimerPreset[];
  /** What the fields above hold; null where they do not. */
  lengths: Lengths | null;
  blocked: boolean;
}

/** Keeps the lengths above under a name. */
export function PresetForm({ presets, lengths, blocked }: PresetFormProps) {
  const { t } = useTranslation();
  const session = useSession();
  const id = useId();
  const [text, setText] = useState('');
  const name = readPresetName(text);
  const replaces = presets.some((preset) => preset.name === name);
  const full = presets.length >= PRESETS_MAX && !replaces;
  const tooLong = text.trim() !== '' && name === null;
  const problem = full ? t('timer.presetsFull') : tooLong ? t('timer.presetNameTooLong') : null;
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name === null || lengths === null || full || blocked) return;
    void session.send('preset-save', { name, ...lengths });
    setText('');
  };
  return (
    <form className="grid gap-2 pt-4" noValidate onSubmit={save}>
      <label htmlFor={id} className="text-sm font-medium">
        {t('timer.presetName')}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          value={text}
          disabled={blocked}
          autoComplete="off"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={({ target }) => setText(target.value)}
          data-testid="timer-preset-name"
          className="min-h-11 min-w-0 flex-1 rounded-xl border border-control bg-surface px-3 aria-invalid:border-danger disabled:text-muted"
        />
        <Button
          type="submit"
          disabled={blocked || name === null || lengths === null || full}
          data-testid="timer-preset-save"
        >
          {replaces ? t('timer.presetReplace') : t('timer.presetSave')}
        </Button>
      </div>
      {problem !== null && (
        <p id={`${id}-problem`} role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
    </form>
  );
}
