import { Popover } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { commonEmoji } from './emoji';

interface EmojiPickerProps {
  /** The button that opens it. */
  trigger: ReactNode;
  label: string;
  onChoose: (emoji: string) => void;
}

/** A small choice of emoji; the system's own keyboard has the rest. */
export function EmojiPicker({ trigger, label, onChoose }: EmojiPickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          sideOffset={6}
          collisionPadding={10}
          className="animate-fade z-[60] grid w-72 max-w-[calc(100vw-1.25rem)] grid-cols-7 gap-0.5 rounded-xl border border-line bg-raised p-2 shadow-lift"
        >
          {commonEmoji.map((emoji) => (
            <button
              key={emoji}
              type="button"
              className="grid size-9 place-items-center rounded-lg text-xl hover:bg-ink/8"
              onClick={() => {
                setOpen(false);
                onChoose(emoji);
              }}
            >
              {emoji}
            </button>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
