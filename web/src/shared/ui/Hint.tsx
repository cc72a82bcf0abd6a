import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

/** A tooltip for pointer and keyboard. The control keeps its own accessible name. */
export function Hint({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={8}
          collisionPadding={8}
          className="animate-fade z-50 rounded-lg bg-ink px-2.5 py-1.5 text-sm font-medium text-canvas"
        >
          {text}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
