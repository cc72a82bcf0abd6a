import { ArrowRight } from 'lucide-react';
import { useId, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { parseRoomId } from '@/shared/room-id';
import { Button } from '@/shared/ui/Button';

/** A code or a pasted link; what is neither is refused here, in words. */
export function JoinRoom({ onEnter }: { onEnter: (roomId: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<'joinEmpty' | 'joinInvalid' | null>(null);

  const join = (event: SyntheticEvent): void => {
    event.preventDefault();
    const roomId = parseRoomId(text);
    if (roomId !== null) {
      onEnter(roomId);
      return;
    }
    setError(text.trim() === '' ? 'joinEmpty' : 'joinInvalid');
    field.current?.focus();
  };

  return (
    <form onSubmit={join} noValidate>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {t('home.joinLabel')}
      </label>
      <div className="flex gap-2.5">
        <input
          id={id}
          ref={field}
          data-testid="home-join-input"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setError(null);
          }}
          placeholder={t('home.joinPlaceholder')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={error !== null}
          aria-describedby={`${id}-error`}
          className="min-h-12 min-w-0 flex-1 rounded-xl border border-control bg-surface px-4 placeholder:text-muted aria-invalid:border-danger"
        />
        <Button type="submit" data-testid="home-join" className="min-h-12">
          {t('home.join')}
          <ArrowRight className="size-4.5" aria-hidden="true" />
        </Button>
      </div>
      <p id={`${id}-error`} role="alert" className="text-sm text-danger not-empty:mt-2">
        {error !== null && t(`home.${error}`)}
      </p>
    </form>
  );
}
