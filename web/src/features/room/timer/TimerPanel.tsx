import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../session-context';
import { Controls } from './Controls';
import { Face } from './Face';
import { lengthsOf } from './lengths';
import { LengthsForm } from './LengthsForm';
import { MyChoices } from './MyChoices';
import type { TimerState } from './model';
import { Presets } from './Presets';
import { RoomChoices } from './RoomChoices';

/** The room's timer: what it shows, what can be done with it, and how it is set. */
export function TimerPanel() {
  const { t } = useTranslation();
  const timer = useRoom((state) => state.timer);
  if (timer === null) return <p className="py-2 text-sm text-muted">{t('timer.unavailable')}</p>;
  return (
    <div className="grid gap-4" data-testid="timer-panel">
      <div>
        <Face timer={timer} />
        {isUntouched(timer) && (
          <p className="pb-2 text-center text-sm text-muted" data-testid="timer-empty">
            {t('timer.empty')}
          </p>
        )}
        <Controls timer={timer} />
      </div>
      <section>
        <h3 className="pb-1 font-semibold">{t('timer.presets')}</h3>
        <Presets timer={timer} />
      </section>
      <div>
        <Section title={t('timer.lengths')} testId="timer-section-lengths">
          {/* Whoever else changes them shows them to everybody. */}
          <LengthsForm key={JSON.stringify(lengthsOf(timer.settings))} timer={timer} />
        </Section>
        <Section title={t('timer.roomChoices')} testId="timer-section-room">
          <RoomChoices timer={timer} />
        </Section>
        <Section title={t('timer.myChoices')} testId="timer-section-mine">
          <MyChoices />
        </Section>
      </div>
    </div>
  );
}

function isUntouched({ phase, doing }: TimerState): boolean {
  return phase === 'idle' && doing === null;
}

function Section({ title, testId, children }: { title: string; testId: string; children: ReactNode }) {
  return (
    <details className="group border-t border-line">
      <summary
        data-testid={testId}
        className="flex min-h-11 cursor-pointer list-none items-center justify-between font-semibold [&::-webkit-details-marker]:hidden"
      >
        {title}
        <ChevronDown
          className="size-4.5 text-muted transition-transform group-open:rotate-180"
          aria-hidden="true"
        />
      </summary>
      <div className="pt-1 pb-4">{children}</div>
    </details>
  );
}
