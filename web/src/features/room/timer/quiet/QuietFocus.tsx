import { Mic } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '@/shared/ui/Button';
import { useSession } from '../../session-context';
import { useTimerChoices } from '../choices';
import { chime } from '../signals/chime';
import { QuietFocusKeeper } from './keeper';

/** Keeps quiet focus for this page, and shows the countdown after which the microphone comes back. */
export function QuietFocus() {
  const session = useSession();
  const [keeper] = useState(
    () =>
      new QuietFocusKeeper({
        session,
        giveBack: {
          get: () => useTimerChoices.getState().giveBack,
          subscribe: (changed) => useTimerChoices.subscribe(changed),
        },
        ring: () => {
          const { sound, volume } = useTimerChoices.getState();
          if (sound) chime('countdown', volume);
        },
      }),
  );
  useEffect(() => keeper.start(), [keeper]);
  const opensAt = useStore(keeper.store, ({ stage }) => (stage.name === 'counting' ? stage.opensAt : null));
  if (opensAt === null) return null;
  return <Countdown opensAt={opensAt} onStay={() => keeper.stayMuted()} />;
}

function Countdown({ opensAt, onStay }: { opensAt: number; onStay: () => void }) {
  const { t } = useTranslation();
  const seconds = useSecondsUntil(opensAt);
  const section = useRef<HTMLElement>(null);
  useEscape(onStay);
  // A press here is none beside the dialog, which would close it.
  useEffect(() => {
    const { current } = section;
    const keep = (event: Event): void => event.stopPropagation();
    current?.addEventListener('pointerdown', keep);
    return () => current?.removeEventListener('pointerdown', keep);
  }, []);
  // Beside the page and not in it: an open dialog shuts the page off, and on a phone every panel is one.
  return createPortal(
    <section
      ref={section}
      data-testid="quiet-countdown"
      className="animate-rise pointer-events-auto fixed inset-x-3 bottom-24 z-[60] mx-auto flex max-w-md flex-wrap items-center gap-3 rounded-2xl border border-line bg-raised py-3 pr-3 pl-4 shadow-lift"
    >
      <Mic className="size-5 shrink-0 text-rest" aria-hidden="true" />
      <p className="min-w-0 flex-1 basis-40">
        <span role="alert" className="sr-only">
          {t('timer.quiet.countdownSaid')}
        </span>
        <span aria-hidden="true" className="font-medium tabular-nums" data-testid="quiet-seconds">
          {t('timer.quiet.countdown', { count: seconds })}
        </span>
      </p>
      <Button kind="primary" onClick={onStay} aria-keyshortcuts="Escape" data-testid="quiet-stay">
        {t('timer.quiet.stay')}
        <kbd className="rounded-md bg-accent-ink/20 px-1.5 py-0.5 font-sans text-xs">Esc</kbd>
      </Button>
    </section>,
    document.body,
  );
}

function useSecondsUntil(at: number): number {
  const session = useSession();
  const [now, setNow] = useState(() => session.serverNow());
  useEffect(() => {
    const ticking = setInterval(() => setNow(session.serverNow()), 200);
    return () => clearInterval(ticking);
  }, [session]);
  return Math.max(0, Math.ceil((at - now) / 1_000));
}

/** Wherever the person is, in a text or a dialog too: while it counts down, this key means one thing. */
function useEscape(act: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    };
    window.addEventListener('keydown', pressed, true);
    return () => window.removeEventListener('keydown', pressed, true);
  }, [act]);
}
