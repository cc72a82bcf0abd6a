import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '@/shared/hooks/useMediaQuery';
import { Modal } from '@/shared/ui/Modal';
import { useRoomView, useRoomViewStore } from '../room-view';
import { panels } from './registry';

/** Wide enough for pictures and a panel side by side. */
const besidePictures = '(min-width: 64rem)';

/** The open panel: beside the pictures where there is room, a sheet over them otherwise. */
export function SidePanel() {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const open = useRoomView((state) => state.panel);
  const beside = useMediaQuery(besidePictures);
  const panel = panels.find((candidate) => candidate.id === open);
  const close = (): void => view.setState({ panel: null });
  if (!panel) return null;
  if (!beside) {
    return (
      <Modal open shape="sheet" filled={panel.filled ?? false} title={t(panel.title)} onOpenChange={close}>
        <panel.Body />
      </Modal>
    );
  }
  return (
    <aside
      aria-label={t(panel.title)}
      className="animate-fade flex w-80 shrink-0 flex-col overflow-hidden rounded-2xl border border-line bg-surface 2xl:w-96"
    >
      <header className="flex items-center justify-between py-2 pr-2 pl-4">
        <h2 className="font-semibold">{t(panel.title)}</h2>
        <button
          type="button"
          aria-label={t(panel.closeLabel)}
          onClick={close}
          className="grid size-11 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
        >
          <X className="size-5" aria-hidden="true" />
        </button>
      </header>
      <div
        className={panel.filled ? 'flex min-h-0 flex-1 flex-col' : 'min-h-0 flex-1 overflow-y-auto px-4 pb-4'}
      >
        <panel.Body />
      </div>
    </aside>
  );
}
