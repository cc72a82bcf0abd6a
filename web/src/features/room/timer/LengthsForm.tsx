import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { useRoom, useSession } from '../session-context';
import {
  BOUNDS,
  changedLengths,
  LENGTH_FIELDS,
  lengthsOf,
  readLength,
  readLengths,
  typed,
  type LengthField,
} from './lengths';
import type { TimerState } from './model';
import { timerObstacle } from './permission';
import { PresetForm } from './PresetForm';

/** How long the phases are, and how many rounds there are. */
export function LengthsForm({ timer }: { timer: TimerState }) {
  const { t } = useTranslation();
  const session = useSession();
  const blocked = useRoom((state) => timerObstacle(state) !== null);
  const [fields, setFields] = useState(() => typed(timer.settings));
  const lengths = readLengths(fields);
  const changes = lengths === null ? {} : changedLengths(lengthsOf(timer.settings), lengths);
  const changed = Object.keys(changes).length > 0;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (changed && !blocked) void session.send('timer-configure', changes);
  };
  return (
    <>
      <form className="grid gap-3" noValidate onSubmit={submit} data-testid="timer-lengths">
        <div className="grid grid-cols-2 gap-3">
          {LENGTH_FIELDS.map((field) => (
            <NumberField
              key={field}
              field={field}
              text={fields[field]}
              disabled={blocked}
              onType={(text) => setFields({ ...fields, [field]: text })}
            />
          ))}
        </div>
        <Button type="submit" disabled={blocked || !changed} data-testid="timer-lengths-save">
          {t('timer.lengthsSave')}
        </Button>
        {timer.phase !== 'idle' && <p className="text-sm text-muted">{t('timer.lengthsNext')}</p>}
      </form>
      <PresetForm presets={timer.presets} lengths={lengths} blocked={blocked} />
    </>
  );
}

interface NumberFieldProps {
  field: LengthField;
  text: string;
  disabled: boolean;
  onType: (text: string) => void;
}

function NumberField({ field, text, disabled, onType }: NumberFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const { least, most } = BOUNDS[field];
  const invalid = readLength(field, text) === null;
  return (
    <div>
      <label htmlFor={id} className="block pb-1 text-sm font-medium">
        {t(`timer.field.${field}`)}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        disabled={disabled}
        aria-invalid={invalid}
        aria-describedby={invalid ? `${id}-error` : undefined}
        onChange={({ target }) => onType(target.value)}
        data-testid={`timer-field-${field}`}
        className="min-h-11 w-full rounded-xl border border-control bg-surface px-3 tabular-nums aria-invalid:border-danger disabled:text-muted"
      />
      {invalid && (
        <p id={`${id}-error`} role="alert" className="pt-1 text-sm text-danger">
          {t('timer.fieldInvalid', { least, most })}
        </p>
      )}
    </div>
  );
}
