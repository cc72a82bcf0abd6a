import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ModalProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What Escape does, where that is something else than closing. */
  onEscape?: () => void;
  title: string;
  description?: string;
  /** A sheet rises from the bottom edge and fills the width: the phone's side panel. */
  shape?: 'dialog' | 'sheet';
  /** The children take the whole height and scroll by themselves. */
  filled?: boolean;
  children: ReactNode;
}

const shapes = {
  dialog:
    'animate-rise left-1/2 top-1/2 max-h-[min(44rem,calc(100dvh-2rem))] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-2xl',
  sheet: 'animate-sheet inset-x-0 bottom-0 max-h-[85dvh] rounded-t-2xl pb-[env(safe-area-inset-bottom)]',
};

export function Modal({
  open,
  onOpenChange,
  onEscape,
  title,
  description,
  shape = 'dialog',
  filled = false,
  children,
}: ModalProps) {
  const { t } = useTranslation();
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-fade fixed inset-0 z-40 bg-[#08100d]/55" />
        <Dialog.Content
          {...(onEscape !== undefined && {
            onEscapeKeyDown: (event: KeyboardEvent) => {
              event.preventDefault();
              onEscape();
            },
          })}
          {...(description === undefined && { 'aria-describedby': undefined })}
          className={`fixed z-50 flex flex-col overflow-hidden border border-line bg-raised shadow-lift ${shapes[shape]} ${filled ? 'h-[85dvh]' : ''}`}
        >
          <div className="flex items-center justify-between gap-4 py-3 pr-3 pl-5">
            <Dialog.Title className="text-lg font-semibold tracking-tight">{title}</Dialog.Title>
            <Dialog.Close
              className="grid size-11 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
              aria-label={t('common.close')}
            >
              <X className="size-5" aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className={filled ? 'flex min-h-0 flex-1 flex-col' : 'overflow-y-auto px-5 pb-5'}>
            {description !== undefined && (
              <Dialog.Description className="mb-4 text-muted">{description}</Dialog.Description>
            )}
            {children}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
