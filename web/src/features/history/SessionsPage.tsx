import { useInfiniteQuery } from '@tanstack/react-query';
import { CalendarClock, ChevronRight, LogIn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { sessionsOf, type SessionSummary } from '@/api/history';
import { useDocumentTitle } from '@/shared/hooks/useDocumentTitle';
import { Button, buttonClass } from '@/shared/ui/Button';
import { PageFrame } from '@/shared/ui/PageFrame';
import { useFormats, type Formats } from './format';
import { namesOf } from './names';
import { Empty, Pending } from './Parts';

/** The sessions of a room that this person may read, newest first. */
export function SessionsPage({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  useDocumentTitle(`${t('history.sessionsTitle')} · Focusly`);
  const query = useInfiniteQuery({
    queryKey: ['sessions', roomId],
    queryFn: ({ pageParam, signal }) => sessionsOf(roomId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ sessions, more }) => (more ? (sessions.at(-1)?.sessionId ?? null) : null),
  });
  const sessions = query.data?.pages.flatMap((page) => page.sessions);
  return (
    <PageFrame>
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">{t('history.sessionsTitle')}</h1>
          <p className="mt-1 text-muted">{t('lobby.room', { roomId })}</p>
        </div>
        <a href={`/r/${roomId}`} className={buttonClass('secondary')}>
          <LogIn className="size-4.5" aria-hidden="true" />
          {t('home.linkOpen')}
        </a>
      </header>
      <div className="mt-6">
        {!sessions && <Pending failed={query.isError} onRetry={() => void query.refetch()} />}
        {sessions?.length === 0 && (
          <Empty
            icon={<CalendarClock className="size-7" aria-hidden="true" />}
            text={t('history.sessionsEmpty')}
          />
        )}
        <ul data-testid="sessions" className="flex flex-col gap-2 empty:hidden">
          {sessions?.map((session) => (
            <Row key={session.sessionId} session={session} formats={formats} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button
            className="mt-4"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {query.isFetchingNextPage ? t('history.loading') : t('history.older')}
          </Button>
        )}
      </div>
    </PageFrame>
  );
}

/** Where a session is shown: its id is its room's with its number. */
function sessionPage(sessionId: string): string {
  const dot = sessionId.lastIndexOf('.');
  return `/r/${sessionId.slice(0, dot)}/sessions/${sessionId.slice(dot + 1)}`;
}

function Row({ session, formats }: { session: SessionSummary; formats: Formats }) {
  const { t } = useTranslation();
  const { sessionId, startedAt, endedAt, members, focusMs, phases } = session;
  return (
    <li>
      <a
        href={sessionPage(sessionId)}
        data-testid="session"
        className="flex items-center gap-4 rounded-2xl border border-line bg-surface px-4 py-3 hover:border-control"
      >
        <span className="min-w-0 flex-1">
          <time dateTime={new Date(startedAt).toISOString()} className="block font-medium">
            {formats.dateTime(startedAt)}
          </time>
          <span className="block truncate text-sm text-muted">{namesOf(t, members)}</span>
        </span>
        <span className="shrink-0 text-right text-sm">
          <span className="block">
            {endedAt === null ? t('history.goesOn') : formats.duration(endedAt - startedAt)}
          </span>
          <span className="block text-muted">
            {t('history.focused', { time: formats.duration(focusMs) })}
            {phases > 0 && ` · ${t('history.phases', { count: phases })}`}
          </span>
        </span>
        <ChevronRight className="size-5 shrink-0 text-muted" aria-hidden="true" />
      </a>
    </li>
  );
}
