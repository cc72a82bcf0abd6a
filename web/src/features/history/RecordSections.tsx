import { useTranslation } from 'react-i18next';
import type { SessionGoal, SessionMessage, SessionTask, StandupAnswer, SessionNote } from '@/api/history';
import { useFormats } from './format';
import { nameOf } from './names';
import { Section } from './Parts';

const listClass = 'flex flex-col gap-2';
const itemClass = 'rounded-2xl border border-line bg-surface px-4 py-3';

export function GoalsSection({ goals }: { goals: SessionGoal[] }) {
  const { t } = useTranslation();
  if (goals.length === 0) return null;
  return (
    <Section title={t('history.goals')}>
      <ul className={listClass}>
        {goals.map((goal) => (
          <li key={goal.goalId} className={itemClass}>
            <p className="break-words">{goal.text}</p>
            <p className="mt-0.5 text-sm text-muted">
              {nameOf(t, goal)} · {t(`history.outcomes.${goal.outcome ?? 'open'}`)}
              {goal.word !== null && ` · ${goal.word}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function StandupSection({ answers }: { answers: StandupAnswer[] }) {
  const { t } = useTranslation();
  if (answers.length === 0) return null;
  return (
    <Section title={t('history.standup')}>
      <ul className={listClass}>
        {answers.map((answer) => (
          <li key={answer.memberId} className={itemClass}>
            <h3 className="font-medium">{nameOf(t, answer)}</h3>
            <dl className="mt-1 text-sm">
              {(['yesterday', 'today', 'blockers'] as const).map(
                (question) =>
                  answer[question] !== null &&
                  answer[question] !== '' && (
                    <div key={question} className="mt-1">
                      <dt className="text-muted">{t(`history.questions.${question}`)}</dt>
                      <dd className="break-words whitespace-pre-wrap">{answer[question]}</dd>
                    </div>
                  ),
              )}
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function TasksSection({ done, booked }: { done: SessionTask[]; booked: SessionTask[] }) {
  const { t } = useTranslation();
  const lists = [
    { title: t('history.tasksDone'), tasks: done },
    { title: t('history.tasksWorked'), tasks: booked },
  ];
  return lists
    .filter(({ tasks }) => tasks.length > 0)
    .map(({ title, tasks }) => (
      <Section key={title} title={title}>
        <ul className={listClass}>
          {tasks.map(({ taskId, title: name }) => (
            <li key={taskId} className={`${itemClass} break-words`}>
              {name}
            </li>
          ))}
        </ul>
      </Section>
    ));
}

export function ChatSection({ messages, more }: { messages: SessionMessage[]; more: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (messages.length === 0) return null;
  return (
    <Section title={t('history.chat')}>
      <ol className="flex flex-col gap-3 rounded-2xl border border-line bg-surface px-4 py-3">
        {messages.map((message) => (
          <li key={message.messageId}>
            <p className="text-sm text-muted">
              <span className="font-medium text-ink">{nameOf(t, message)}</span>{' '}
              <time dateTime={new Date(message.at).toISOString()}>{formats.time(message.at)}</time>
            </p>
            <p className="break-words whitespace-pre-wrap">
              {message.text ?? <em className="text-muted">{t('history.messageDeleted')}</em>}
            </p>
          </li>
        ))}
      </ol>
      {more && <p className="mt-2 text-sm text-muted">{t('history.chatMore')}</p>}
    </Section>
  );
}

/** What the room's notes said at the session's end, as it was written: Markdown reads well as it is. */
export function NotesSection({ notes }: { notes: SessionNote[] }) {
  const { t } = useTranslation();
  const written = notes.filter(({ markdown }) => markdown.trim() !== '');
  if (written.length === 0) return null;
  return (
    <Section title={t('notes.title')}>
      <div className="grid gap-2">
        {written.map(({ noteId, title, markdown }) => (
          <details
            key={noteId}
            className="rounded-2xl border border-line bg-surface px-4"
            data-testid="record-note"
          >
            <summary className="min-h-11 cursor-pointer content-center font-medium break-words">
              {title}
            </summary>
            <div className="border-t border-line py-3 break-words whitespace-pre-wrap">{markdown.trim()}</div>
          </details>
        ))}
      </div>
    </Section>
  );
}
