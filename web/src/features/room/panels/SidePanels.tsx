import clsx from 'clsx';
import { Maximize2, Minimize2, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '@/shared/hooks/useMediaQuery';
import { Modal } from '@/shared/ui/Modal';
import { closePanel, makeRoomFor, toggleWide, useRoomView, useRoomViewStore } from '../room-view';
import type { Panel } from './registry';
import { usePanels } from './usePanels';

/** Wide enough for pictures and so many panels beside them. */
const wideForOne = '(min-width: 64rem)';
const wideForTwo = '(min-width: 100rem)';
const wideForThree = '(min-width: 140rem)';

/** The open panels: beside the pictures as far as there is room, or one as a sheet over them. */
export function SidePanels() {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const panels = usePanels();
  const ids = useRoomView((state) => state.panels);
  const one = useMediaQuery(wideForOne);
  const two = useMediaQuery(wideForTwo);
  const three = useMediaQuery(wideForThree);
  const places = three ? 3 : two ? 2 : 1;
  useEffect(() => view.setState((state) => makeRoomFor(state, places)), [view, places]);

  const shown = ids.slice(-places); // also before the store has heard of a narrower window
  const open = panels.filter(({ id }) => shown.includes(id));
  const close = (id: string): void => view.setState((state) => closePanel(state, id));
  if (one)
    return open.map((panel) => <SidePanel key={panel.id} panel={panel} onClose={() => close(panel.id)} />);
  return open.map(({ id, title, filled = false, Body }) => (
    <Modal key={id} open shape="sheet" filled={filled} title={t(title)} onOpenChange={() => close(id)}>
      <Body />
    </Modal>
  ));
}

function SidePanel({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const wide = useRoomView((state) => state.wide === panel.id);
  const Size = wide ? Minimize2 : Maximize2;
  return (
    <aside
      aria-label={t(panel.title)}
      className={clsx(
        'animate-fade flex shrink-0 flex-col overflow-hidden rounded-2xl border border-line bg-surface',
        wide ? 'w-[clamp(24rem,55vw,56rem)]' : 'w-80 2xl:w-96',
      )}
    >
      <header className="flex items-center justify-between py-2 pr-2 pl-4">
        <h2 className="mr-auto font-semibold">{t(panel.title)}</h2>
        {panel.widens === true && (
          <button
            type="button"
            aria-label={t('room.widePanel')}
            aria-pressed={wide}
            title={t('room.widePanel')}
            onClick={() => view.setState((state) => toggleWide(state, panel.id))}
            data-testid={`widen-${panel.id}`}
            className="grid size-11 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
          >
            <Size className="size-4.5" aria-hidden="true" />
          </button>
        )}
        <button
          type="button"
          aria-label={t(panel.closeLabel)}
          onClick={onClose}
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
