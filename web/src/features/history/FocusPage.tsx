import { useQuery } from '@tanstack/react-query';
import { Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { focusStats, ownZone, statsExport, type FocusStats } from '@/api/history';
import { useDocumentTitle } from '@/shared/hooks/useDocumentTitle';
import { buttonClass } from '@/shared/ui/Button';
import { PageFrame } from '@/shared/ui/PageFrame';
import { Bars } from './Bars';
import { ExportMenu } from './ExportMenu';
import { useFormats } from './format';
import { HeatTable } from './HeatTable';
import { Empty, Figure, Pending, Section } from './Parts';

const formats = ['csv', 'ics'] as const;

/** "My focus": what somebody has focused, in days of the zone in which they are. */
export function FocusPage() {
  const { t } = useTranslation();
  const zone = ownZone();
  useDocumentTitle(`${t('history.focusTitle')} · Focusly`);
  const query = useQuery({ queryKey: ['stats', zone], queryFn: ({ signal }) => focusStats(zone, signal) });
  return (
    <PageFrame>
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">{t('history.focusTitle')}</h1>
        {query.data && query.data.totalMs > 0 && <ExportMenu formats={formats} path={statsExport} />}
      </header>
      {!query.data && <Pending failed={query.isError} onRetry={() => void query.refetch()} />}
      {query.data?.totalMs === 0 && (
        <div className="mt-6">
          <Empty icon={<Timer className="size-7" aria-hidden="true" />} text={t('history.focusEmpty')}>
            <a href="/" className={buttonClass('primary')}>
              {t('history.focusStart')}
            </a>
          </Empty>
        </div>
      )}
      {query.data && query.data.totalMs > 0 && <Content stats={query.data} />}
    </PageFrame>
  );
}

function Content({ stats }: { stats: FocusStats }) {
  const { t } = useTranslation();
  const times = useFormats();
  const { today, days, streak, best, byRoom, byTask, week, totalMs } = stats;
  const todayMs = days.find(({ day }) => day === today)?.ms ?? 0;
  const change = week.ms - week.lastWeekMs;
  return (
    <>
      <dl className="mt-6 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Figure
          name={t('history.today')}
          value={times.duration(todayMs)}
          note={t('history.total', { time: times.duration(totalMs) })}
        />
        <Figure
          name={t('history.thisWeek')}
          value={times.duration(week.ms)}
          note={t(change < 0 ? 'history.lessThanLast' : 'history.moreThanLast', {
            time: times.duration(Math.abs(change)),
          })}
        />
        <Figure
          name={t('history.streak')}
          value={t('history.days', { count: streak.current })}
          note={t('history.longest', { days: t('history.days', { count: streak.longest }) })}
        />
        <Figure
          name={t('history.best')}
          value={times.duration(best?.ms ?? 0)}
          note={best ? times.day(best.day) : undefined}
        />
      </dl>
      <Section title={t('history.year')}>
        <HeatTable days={days} today={today} />
      </Section>
      <div className="grid gap-x-8 lg:grid-cols-2">
        <Section title={t('history.byRoom')}>
          <Bars
            rows={byRoom.map(({ roomId, name, ms }) => ({
              key: roomId,
              name: name ?? roomId,
              href: `/r/${roomId}/sessions`,
              ms,
            }))}
          />
        </Section>
        {byTask.length > 0 && (
          <Section title={t('history.byTask')}>
            <Bars rows={byTask.map(({ title, ms }, index) => ({ key: `${index}`, name: title, ms }))} />
          </Section>
        )}
      </div>
    </>
  );
}
