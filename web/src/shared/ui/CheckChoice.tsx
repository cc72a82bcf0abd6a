import { useId } from 'react';

interface CheckChoiceProps {
  label: string;
  text?: string;
  checked: boolean;
  onChoose: (checked: boolean) => void;
  disabled?: boolean;
  testId?: string;
}

/** Something that is on or off, with what it means. The whole line can be pressed. */
export function CheckChoice({ label, text, checked, onChoose, disabled = false, testId }: CheckChoiceProps) {
  const id = useId();
  return (
    <div className="relative flex min-h-11 items-start gap-3 py-2">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={text === undefined ? undefined : `${id}-text`}
        data-testid={testId}
        onChange={({ target }) => onChoose(target.checked)}
        className="relative z-10 mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span>
        <label
          htmlFor={id}
          className={`text-[0.95rem] font-medium after:absolute after:inset-0 ${disabled ? 'text-muted' : ''}`}
        >
          {label}
        </label>
        {text !== undefined && (
          <span id={`${id}-text`} className="block text-sm text-muted">
            {text}
          </span>
        )}
      </span>
    </div>
  );
}
