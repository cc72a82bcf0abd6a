import { X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { useModeration } from '../access/useModeration';
import { useWaiting } from '../access/useWaiting';
import { peoplePanelId } from '../people/panel-id';
import { openPanel, useRoomView, useRoomViewStore } from '../room-view';

/** More at once would cover the room. */
const SHOWN_MAX = 2;

/** For owners: somebody waits at the door. Stays until that is decided or put away; the list of people has it too. */
export function WaitingToasts() {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const waiting = useWaiting();
  const listed = useRoomView((state) => state.panels.includes(peoplePanelId));
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set());
  const { admit, reject } = useModeration();
  if (listed) return null;
  const fresh = waiting.filter(({ memberId, since }) => !putAway.has(keyOf(memberId, since)));
  const more = fresh.length - SHOWN_MAX;
  const putAwayAll = (): void =>
    setPutAway(new Set(waiting.map(({ memberId, since }) => keyOf(memberId, since))));
  return fresh.slice(0, SHOWN_MAX).map(({ memberId, name, since }, index) => {
    const known = name || t('people.nobody');
    return (
      <Toast.Root
        key={keyOf(memberId, since)}
        duration={Infinity}
        data-testid="waiting-toast"
        onOpenChange={(open) => {
          if (!open) setPutAway((before) => new Set([...before, keyOf(memberId, since)]));
        }}
        className="animate-rise rounded-2xl border border-line bg-raised p-2 pl-4 shadow-lift"
      >
        <div className="flex items-start gap-2">
          <Toast.Description className="min-w-0 flex-1 py-2.5 text-sm wrap-anywhere">
            {t('people.waiting.toast', { name: known })}
          </Toast.Description>
          <Toast.Close
            aria-label={t('common.close')}
            className="grid size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
          >
            <X className="size-4.5" aria-hidden="true" />
          </Toast.Close>
        </div>
        <div className="flex flex-wrap items-center gap-2 pb-1">
          <Toast.Action asChild altText={t('people.waiting.anywhere')}>
            <Button
              kind="primary"
              aria-label={t('people.waiting.admitNamed', { name: known })}
              onClick={() => admit(memberId)}
            >
              {t('people.waiting.admit')}
            </Button>
          </Toast.Action>
          <Toast.Action asChild altText={t('people.waiting.anywhere')}>
            <Button
              aria-label={t('people.waiting.refuseNamed', { name: known })}
              onClick={() => reject(memberId)}
            >
              {t('people.waiting.refuse')}
            </Button>
          </Toast.Action>
          {more > 0 && index === SHOWN_MAX - 1 && (
            <Button
              kind="quiet"
              onClick={() => {
                putAwayAll();
                view.setState((state) => openPanel(state, peoplePanelId));
              }}
            >
              {t('people.waiting.more', { count: more })}
            </Button>
          )}
        </div>
      </Toast.Root>
    );
  });
}

/** Who comes again later is news again. */
function keyOf(memberId: string, since: number): string {
  return `${memberId} ${since}`;
}
