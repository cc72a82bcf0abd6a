import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTooLong } from './lines';

/** Edits a title in its place: Enter and leaving keep it, Escape does not. */
export function TitleField({
  title,
  onDone,
}: {
  title: string;
  onDone: (changed: string | null, byKey: boolean) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  const tooLong = isTooLong(text);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const done = (kept: boolean, byKey: boolean): void => {
    if (over.current) return;
    over.current = true;
    const wanted = text.trim();
    onDone(kept && !tooLong && wanted !== '' && wanted !== title ? wanted : null, byKey);
  };
  return (
    <input
      ref={field}
      value={text}
      aria-label={t('tasks.rename')}
      aria-invalid={tooLong}
      autoComplete="off"
      onChange={({ target }) => setText(target.value)}
      onBlur={() => done(true, false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
          event.preventDefault(); // else it would press the button that takes the focus
          done(true, true);
        }
        if (event.key !== 'Escape') return;
        event.stopPropagation(); // a sheet around it stays open
        done(false, true);
      }}
      data-testid="task-title-field"
      className="min-h-11 min-w-0 flex-1 rounded-lg border border-control bg-surface px-2 aria-invalid:border-danger"
    />
  );
}
