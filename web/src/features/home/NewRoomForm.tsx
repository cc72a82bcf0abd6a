import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewRoom, Template } from '@/api/rooms';
import { displayNameLimit } from '@/shared/display-name';
import { Button } from '@/shared/ui/Button';

const templates = ['study-group', 'stand-up', 'co-working', 'class'] as const satisfies readonly Template[];

interface NewRoomFormProps {
  pending: boolean;
  /** What went wrong at the last attempt, or nothing. */
  failed: string;
  onEnter: (wanted: NewRoom) => void;
  onLink: (wanted: NewRoom) => void;
}

/** A room's name, which it need not have, and its kind, each with a line on what that sets. */
export function NewRoomForm({ pending, failed, onEnter, onLink }: NewRoomFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState('');
  const [template, setTemplate] = useState<Template>('study-group');
  const trimmed = name.trim();
  const wanted: NewRoom = { template, ...(trimmed !== '' && { name: trimmed }) };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!pending) onEnter(wanted);
  };
  return (
    <form onSubmit={submit} className="grid gap-5" data-testid="new-room-form">
      <div>
        <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
          {t('newRoom.name')}
        </label>
        <input
          id={id}
          data-testid="new-room-name"
          value={name}
          maxLength={displayNameLimit}
          placeholder={t('newRoom.namePlaceholder')}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
          className="min-h-12 w-full rounded-xl border border-control bg-surface px-4 placeholder:text-muted"
        />
      </div>
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">{t('newRoom.kind')}</legend>
        <div className="grid gap-2">
          {templates.map((value) => (
            <label
              key={value}
              htmlFor={`${id}-${value}`}
              className="flex cursor-pointer items-start gap-3 rounded-xl border border-line px-3.5 py-3 hover:border-control has-checked:border-accent has-checked:bg-accent-soft"
            >
              <input
                id={`${id}-${value}`}
                type="radio"
                name={`${id}-template`}
                value={value}
                checked={template === value}
                data-testid={`template-${value}`}
                aria-labelledby={`${id}-${value}-title`}
                aria-describedby={`${id}-${value}-text`}
                onChange={() => setTemplate(value)}
                className="mt-0.5 size-5 shrink-0 accent-accent"
              />
              <span>
                <span id={`${id}-${value}-title`} className="font-medium">
                  {t(`newRoom.templates.${value}.title`)}
                </span>
                <span id={`${id}-${value}-text`} className="block text-sm text-muted">
                  {t(`newRoom.templates.${value}.text`)}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p role="alert" className="text-sm text-danger empty:hidden">
        {failed}
      </p>
      <div className="flex flex-wrap gap-2.5">
        <Button kind="primary" type="submit" data-testid="new-room-create" disabled={pending}>
          {t('newRoom.create')}
        </Button>
        <Button data-testid="new-room-link" disabled={pending} onClick={() => onLink(wanted)}>
          {t('newRoom.createLink')}
        </Button>
      </div>
    </form>
  );
}
