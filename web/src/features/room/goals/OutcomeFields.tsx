import { Check, CircleDashed, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { goalLimit, upTo } from '@/shared/entry-words';
import type { HowItWent } from './leaving';

export const outcomes = ['done', 'partly', 'not'] as const;
export const outcomeIcons = { done: Check, partly: CircleDashed, not: X } as const;

interface OutcomeFieldsProps {
  how: HowItWent;
  onChange: (how: HowItWent) => void;
  /** Begin with the choice, as in a dialog that asks for it. */
  focused?: boolean;
}

/** How it went, and a word about it. */
export function OutcomeFields({ how, onChange, focused = false }: OutcomeFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const chosen = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) chosen.current?.focus();
  }, [focused]);
  return (
    <>
      <fieldset>
        <legend className="pb-1.5 text-sm font-medium">{t('goals.howItWent')}</legend>
        <div className="grid grid-cols-3 gap-2">
          {outcomes.map((outcome) => (
            <label
              key={outcome}
              className="flex min-h-11 cursor-pointer items-center justify-center gap-1.5 rounded-xl border border-line bg-surface px-1 text-sm has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name={id}
                value={outcome}
                ref={how.outcome === outcome ? chosen : undefined}
                checked={how.outcome === outcome}
                onChange={() => onChange({ ...how, outcome })}
                data-testid={`goal-${outcome}`}
                className="sr-only"
              />
              {t(`goals.outcome.${outcome}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="grid gap-1.5 text-sm">
        <span>
          {t('goals.word')} <span className="text-muted">{t('goals.optional')}</span>
        </span>
        <input
          value={how.word}
          onChange={({ target }) => onChange({ ...how, word: upTo(goalLimit, target.value) })}
          autoComplete="off"
          data-testid="goal-word"
          className="min-h-11 w-full rounded-xl border border-control bg-surface px-3"
        />
      </label>
    </>
  );
}
