import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerLimit, upTo } from '@/shared/entry-words';
import { Button } from '@/shared/ui/Button';
import { useRoom, useSession } from '../session-context';
import { answerOf, QUESTIONS, type StandupAnswer } from './model';

/** One's own answers, to be given and changed. */
export function MyAnswers() {
  const answer = useRoom(({ standup, self }) =>
    standup === null ? null : answerOf(standup, self?.memberId),
  );
  // Whoever answers in another tab, or has answered in the lobby, changes what the fields begin with.
  const said = answer === null ? '' : QUESTIONS.map((question) => answer[question]).join('\n');
  return <AnswerForm key={said} answer={answer} />;
}

function AnswerForm({ answer }: { answer: StandupAnswer | null }) {
  const { t } = useTranslation();
  const session = useSession();
  const id = useId();
  const [texts, setTexts] = useState({
    yesterday: answer?.yesterday ?? '',
    today: answer?.today ?? '',
    blockers: answer?.blockers ?? '',
  });
  const said = QUESTIONS.some((question) => texts[question].trim() !== '');
  const isNews = said && QUESTIONS.some((question) => texts[question].trim() !== (answer?.[question] ?? ''));
  return (
    <form
      className="grid gap-2.5"
      data-testid="my-answers"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNews) void session.send('standup-answer', texts);
      }}
    >
      <h3 className="font-semibold">{t('standup.mine')}</h3>
      {QUESTIONS.map((question) => (
        <div key={question}>
          <label htmlFor={`${id}-${question}`} className="mb-1 block text-sm">
            {t(`standup.question.${question}`)}
          </label>
          <textarea
            id={`${id}-${question}`}
            rows={2}
            value={texts[question]}
            onChange={({ target }) => setTexts({ ...texts, [question]: upTo(answerLimit, target.value) })}
            data-testid={`answer-${question}`}
            className="block w-full resize-y rounded-xl border border-control bg-surface px-3 py-2 text-[0.95rem]"
          />
        </div>
      ))}
      <Button type="submit" disabled={!isNews} data-testid="answer-save">
        {answer === null ? t('standup.answer') : t('standup.change')}
      </Button>
    </form>
  );
}
