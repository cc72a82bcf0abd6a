import { useTranslation } from 'react-i18next';
import type { FocusDay } from '@/api/history';
import { addDays, firstWeekday, heatMap, levelMinutes, monthSpans, type HeatLevel } from './days';
import { useFormats } from './format';
import { ScrollRegion } from './ScrollRegion';

/** Told apart without colour as well: each is darker, or lighter at night, than the one before. */
const colours: Record<HeatLevel, string> = {
  0: 'bg-sunken',
  1: 'bg-accent/25',
  2: 'bg-accent/50',
  3: 'bg-accent/75',
  4: 'bg-accent',
};

/** A month shorter than this has no room for its name. */
const namedSpan = 3;

/** A year of days as a heat map: a table, so that it can be read as one. */
export function HeatTable({ days, today }: { days: FocusDay[]; today: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { weeks, lines } = heatMap(days, today, firstWeekday(formats.language));
  return (
    <div className="rounded-2xl border border-line bg-surface p-4">
      <ScrollRegion label={t('history.year')} fromEnd>
        <table data-testid="heat" className="border-separate border-spacing-0.5 text-xs text-muted">
          <caption className="sr-only">{t('history.yearCaption')}</caption>
          <thead>
            <tr>
              <td />
              {monthSpans(weeks).map(({ month, span }) => (
                <th key={month} scope="colgroup" colSpan={span} className="text-left font-normal">
                  <span className={span < namedSpan ? 'sr-only' : undefined}>
                    {formats.month(`${month}-01`)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={index}>
                <th scope="row" className="pr-2 text-left font-normal whitespace-nowrap">
                  {formats.weekday(addDays(weeks[0] ?? today, index))}
                </th>
                {line.map((day, week) => (
                  <td key={week} className="p-0">
                    {day && (
                      <span
                        data-day={day.day}
                        data-level={day.level}
                        title={`${formats.day(day.day)}: ${formats.duration(day.ms)}`}
                        className={`block size-3.5 rounded-sm ${colours[day.level]}`}
                      >
                        <span className="sr-only">
                          {formats.day(day.day)}: {formats.duration(day.ms)}
                        </span>
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p aria-hidden="true" className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
        {([0, 1, 2, 3, 4] as const).map((level) => (
          <span key={level} className="flex items-center gap-1.5">
            <span className={`size-3.5 rounded-sm ${colours[level]}`} />
            {level === 0 ? t('history.none') : t('history.fromMinutes', { minutes: levelMinutes[level - 1] })}
          </span>
        ))}
      </p>
    </div>
  );
}
