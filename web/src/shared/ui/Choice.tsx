import { Check, ChevronDown } from 'lucide-react';
import { Select } from 'radix-ui';
import type { ReactNode } from 'react';

export interface ChoiceOption {
  value: string;
  label: string;
}

interface ChoiceProps {
  label: string;
  icon: ReactNode;
  value: string | null;
  options: ChoiceOption[];
  onChoose: (value: string) => void;
  /** Shown while nothing is chosen. */
  placeholder: string;
}

/** A labelled select that looks the same on every platform. */
export function Choice({ label, icon, value, options, onChoose, placeholder }: ChoiceProps) {
  return (
    <Select.Root value={value ?? ''} onValueChange={onChoose} disabled={options.length === 0}>
      <Select.Trigger
        aria-label={label}
        className="flex min-h-11 w-full min-w-0 items-center gap-2.5 rounded-xl border border-line bg-surface px-3 text-left text-sm hover:border-control disabled:cursor-not-allowed disabled:text-muted"
      >
        <span className="shrink-0 text-muted">{icon}</span>
        <span className="min-w-0 flex-1 truncate">
          <Select.Value placeholder={placeholder} />
        </span>
        <Select.Icon className="shrink-0 text-muted">
          <ChevronDown className="size-4" aria-hidden="true" />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Content
          position="popper"
          sideOffset={6}
          collisionPadding={8}
          className="animate-fade z-[60] max-h-72 w-(--radix-select-trigger-width) overflow-hidden rounded-xl border border-line bg-raised shadow-lift"
        >
          <Select.Viewport className="p-1.5">
            {options.map((option) => (
              <Select.Item
                key={option.value}
                value={option.value}
                className="flex min-h-10 items-center gap-2 rounded-lg py-1.5 pr-2 pl-3 text-sm outline-none data-highlighted:bg-accent-soft"
              >
                <Select.ItemText>{option.label}</Select.ItemText>
                <Select.ItemIndicator className="ml-auto shrink-0 text-accent">
                  <Check className="size-4" aria-hidden="true" />
                </Select.ItemIndicator>
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}
