import { useQuery } from '@tanstack/react-query';
import { List, LogIn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { sessionExport, sessionRecord, type SessionRecord } from '@/api/history';
import { useDocumentTitle } from '@/shared/hooks/useDocumentTitle';
import { buttonClass } from '@/shared/ui/Button';
import { PageFrame } from '@/shared/ui/PageFrame';
import { DeleteSession } from './DeleteSession';
import { ExportMenu } from './ExportMenu';
import { useFormats } from './format';
import { Empty, Figure, Pending, Section } from './Parts';
import { ChatSection, GoalsSection, NotesSection, StandupSection, TasksSection } from './RecordSections';
import { AttendanceTable, PeopleTable, PhasesTable } from './RecordTables';
import { TimelinePicture } from './TimelinePicture';

const formats = ['json', 'csv', 'md', 'ics'] as const;

/** One session: its picture, and all that is kept of it. */
export function SessionPage({ sessionId, onDeleted }: { sessionId: string; onDeleted: () => void }) {
  const { t } = useTranslation();
  useDocumentTitle(`${t('history.sessionTitle')} · Focusly`);
  const query = useQuery({
    queryKey: ['session', sessionId],
    queryFn: ({ signal }) => sessionRecord(sessionId, signal),
    retry: (count, error) => !(error instanceof ApiError && error.status < 500) && count < 1,
  });
  const unknown = query.error instanceof ApiError && query.error.status === 404;
  return (
    <PageFrame>
      {query.data && <Content record={query.data} now={query.dataUpdatedAt} onDeleted={onDeleted} />}
      {unknown && (
        <div className="m-auto w-full max-w-xl">
          <Empty icon={<List className="size-7" aria-hidden="true" />} text={t('history.sessionUnknown')}>
            <a href="/" className={buttonClass('secondary')}>
              {t('common.home')}
            </a>
          </Empty>
        </div>
      )}
      {!query.data && !unknown && <Pending failed={query.isError} onRetry={() => void query.refetch()} />}
    </PageFrame>
  );
}

function Content({ record, now, onDeleted }: { record: SessionRecord; now: number; onDeleted: () => void }) {
  const { t } = useTranslation();
  const times = useFormats();
  const { sessionId, roomId, roomName, startedAt, endedAt, members, phases } = record;
  const completed = phases.filter(({ phase, completed: whole }) => phase === 'focus' && whole).length;
  const focused = members.reduce((sum, { focusMs }) => sum + focusMs, 0);
  return (
    <>
      <header>
        <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">{times.date(startedAt)}</h1>
        <p className="mt-1 text-muted">
          {roomName ?? t('lobby.room', { roomId })} · {times.time(startedAt)}–
          {endedAt === null ? t('history.now') : times.time(endedAt)}
        </p>
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <a href={`/r/${roomId}/sessions`} className={buttonClass('secondary')}>
            <List className="size-4.5" aria-hidden="true" />
            {t('history.allSessions')}
          </a>
          <a href={`/r/${roomId}`} className={buttonClass('secondary')}>
            <LogIn className="size-4.5" aria-hidden="true" />
            {t('home.linkOpen')}
          </a>
          <ExportMenu formats={formats} path={(format) => sessionExport(sessionId, format)} />
          {record.mayDelete && endedAt !== null && (
            <DeleteSession sessionId={sessionId} onDeleted={onDeleted} />
          )}
        </div>
      </header>
      <dl className="mt-6 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Figure
          name={t('history.length')}
          value={endedAt === null ? t('history.goesOn') : times.duration(endedAt - startedAt)}
        />
        <Figure name={t('history.people')} value={String(members.length)} />
        <Figure name={t('history.focusPhases')} value={String(completed)} />
        <Figure name={t('history.focusTogether')} value={times.duration(focused)} />
      </dl>
      <Section title={t('history.timeline')}>
        <TimelinePicture record={record} now={now} />
      </Section>
      <Section title={t('history.people')}>
        <PeopleTable members={members} />
      </Section>
      {record.attendance.length > 0 && (
        <Section title={t('history.attendance')}>
          <AttendanceTable rows={record.attendance} />
        </Section>
      )}
      {phases.length > 0 && (
        <Section title={t('history.phasesName')}>
          <PhasesTable phases={phases} />
        </Section>
      )}
      <GoalsSection goals={record.goals} />
      <StandupSection answers={record.standup} />
      <TasksSection done={record.tasksDone} booked={record.tasksBooked} />
      <NotesSection notes={record.notes} />
      <ChatSection messages={record.chat} more={record.chatMore} />
    </>
  );
}
