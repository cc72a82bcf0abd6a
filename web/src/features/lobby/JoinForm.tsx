import { useId, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { displayNameLimit, storeDisplayName, storedDisplayName } from '@/shared/display-name';
import { Button } from '@/shared/ui/Button';
import { EntryQuestions } from './EntryQuestions';

interface JoinFormProps {
  roomId: string;
  /** Neither camera nor microphone: said on the button, since it is no obstacle. */
  nothingOn: boolean;
  onJoin: (name: string) => void;
}

export function JoinForm({ roomId, nothingOn, onJoin }: JoinFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(storedDisplayName);
  const [missing, setMissing] = useState(false);

  const join = (event: SyntheticEvent): void => {
    event.preventDefault();
    const trimmed = name.trim();
    if (trimmed === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    storeDisplayName(trimmed);
    onJoin(trimmed);
  };

  return (
    <form onSubmit={join} noValidate className="mt-5">
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {t('lobby.name')}
      </label>
      <input
        id={id}
        ref={field}
        data-testid="lobby-name"
        value={name}
        maxLength={displayNameLimit}
        onChange={(event) => {
          setName(event.target.value);
          setMissing(false);
        }}
        placeholder={t('lobby.namePlaceholder')}
        autoComplete="name"
        aria-invalid={missing}
        aria-describedby={`${id}-error`}
        className="min-h-12 w-full rounded-xl border border-control bg-surface px-4 placeholder:text-muted aria-invalid:border-danger"
      />
      <p id={`${id}-error`} role="alert" className="text-sm text-danger not-empty:mt-2">
        {missing && t('lobby.nameMissing')}
      </p>
      <EntryQuestions roomId={roomId} />
      <Button
        type="submit"
        kind="primary"
        data-testid="lobby-join"
        className="mt-4 min-h-13 w-full text-base"
      >
        {nothingOn ? t('lobby.joinWithoutBoth') : t('lobby.join')}
      </Button>
      {nothingOn && <p className="mt-3 text-sm text-muted">{t('lobby.joinAnyway')}</p>}
    </form>
  );
}
