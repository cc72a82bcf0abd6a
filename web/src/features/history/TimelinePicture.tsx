import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { SessionRecord } from '@/api/history';
import { useFormats } from './format';
import { nameOf } from './names';
import { timelineOf, type Stretch } from './timeline';

const placed = ({ left, width }: Stretch) => ({ left: `${left}%`, width: `${width}%` });

const phaseColours = { focus: 'bg-accent', shortBreak: 'bg-rest', longBreak: 'bg-rest' } as const;

/** A session as a picture: phases above, who was there below. The tables of the page say the same in words. */
export function TimelinePicture({ record, now }: { record: SessionRecord; now: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { marks, phases, rows, start, end } = timelineOf(record, now);
  return (
    <div
      role="img"
      data-testid="timeline"
      aria-label={t('history.timelineLabel', { from: formats.time(start), to: formats.time(end) })}
      className="overflow-hidden rounded-2xl border border-line bg-surface px-4 py-3"
    >
      <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-2 text-sm sm:grid-cols-[9rem_minmax(0,1fr)]">
        <span className="truncate text-muted">{t('history.phasesName')}</span>
        <span className="relative h-6 rounded-md bg-sunken">
          {phases.map((phase, index) => (
            <span
              key={index}
              style={placed(phase)}
              className={clsx(
                'absolute inset-y-0 rounded-md',
                phaseColours[phase.phase],
                !phase.completed && 'opacity-60',
              )}
            />
          ))}
        </span>
        {rows.map(({ memberId, name, visits }) => (
          <div key={memberId} className="contents">
            <span className="truncate">{nameOf(t, { name })}</span>
            <span className="relative h-4 rounded-md bg-sunken">
              {visits.map((visit, index) => (
                <span
                  key={index}
                  style={placed(visit)}
                  className="absolute inset-y-0 rounded-md bg-control"
                />
              ))}
            </span>
          </div>
        ))}
        <span />
        <span className="relative h-5 text-xs text-muted">
          {marks.map(({ at, left }) => (
            <span
              key={at}
              style={{ left: `${left}%` }}
              className={clsx(
                'absolute whitespace-nowrap',
                left > 92 ? '-translate-x-full' : left > 4 && '-translate-x-1/2',
              )}
            >
              {formats.time(at)}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}
