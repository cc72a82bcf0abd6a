import { useId } from 'react';

interface CheckFieldProps {
  label: string;
  /** What it means, below the label. */
  text?: string;
  checked: boolean;
  testId: string;
  onChange: (checked: boolean) => void;
}

/** Something that is on or off, with its words to press as well. */
export function CheckField({ label, text, checked, testId, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="-mx-2 flex min-h-11 cursor-pointer items-start gap-3 rounded-xl px-2 py-2.5 hover:bg-ink/5"
    >
      <input
        id={id}
        type="checkbox"
        checked={checked}
        data-testid={testId}
        aria-labelledby={`${id}-label`}
        {...(text !== undefined && { 'aria-describedby': `${id}-text` })}
        onChange={({ target }) => onChange(target.checked)}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span>
        <span id={`${id}-label`} className="font-medium">
          {label}
        </span>
        {text !== undefined && (
          <span id={`${id}-text`} className="block text-sm text-muted">
            {text}
          </span>
        )}
      </span>
    </label>
  );
}
