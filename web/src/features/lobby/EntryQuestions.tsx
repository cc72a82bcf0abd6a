import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roomInfo } from '@/api/rooms';
import {
  answerLimit,
  goalLimit,
  readEntryWords,
  STANDUP_TEMPLATE,
  upTo,
  writeEntryWords,
  type EntryWords,
} from '@/shared/entry-words';

const questions = ['yesterday', 'today', 'blockers'] as const;
const field = 'w-full rounded-xl border border-control bg-surface px-4 placeholder:text-muted';

/** What one will work on, or what a stand-up asks. Said after the joining; whoever leaves it empty joins as well. */
export function EntryQuestions({ roomId }: { roomId: string }) {
  const { data } = useQuery({
    queryKey: ['room', roomId],
    queryFn: ({ signal }) => roomInfo(roomId, signal),
  });
  const [words, setWords] = useState(() => readEntryWords(roomId));
  const change = (changed: EntryWords): void => {
    setWords(changed);
    writeEntryWords(roomId, changed);
  };
  return data?.template === STANDUP_TEMPLATE ? (
    <StandupQuestions words={words} onChange={change} />
  ) : (
    <GoalQuestion words={words} onChange={change} />
  );
}

interface QuestionsProps {
  words: EntryWords;
  onChange: (words: EntryWords) => void;
}

function GoalQuestion({ words, onChange }: QuestionsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="mt-4">
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {t('goals.question')} <span className="font-normal text-muted">{t('goals.optional')}</span>
      </label>
      <input
        id={id}
        data-testid="lobby-goal"
        value={words.goal}
        onChange={({ target }) => onChange({ ...words, goal: upTo(goalLimit, target.value) })}
        placeholder={t('goals.placeholder')}
        autoComplete="off"
        className={`${field} min-h-12`}
      />
    </div>
  );
}

function StandupQuestions({ words, onChange }: QuestionsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="mt-4 grid gap-3" data-testid="lobby-standup">
      <legend className="mb-1.5 text-sm font-medium">
        {t('standup.title')} <span className="font-normal text-muted">{t('goals.optional')}</span>
      </legend>
      {questions.map((question) => (
        <div key={question}>
          <label htmlFor={`${id}-${question}`} className="mb-1 block text-sm">
            {t(`standup.question.${question}`)}
          </label>
          <textarea
            id={`${id}-${question}`}
            data-testid={`lobby-${question}`}
            rows={2}
            value={words.answers[question]}
            onChange={({ target }) =>
              onChange({
                ...words,
                answers: { ...words.answers, [question]: upTo(answerLimit, target.value) },
              })
            }
            className={`${field} block resize-y py-2.5`}
          />
        </div>
      ))}
    </fieldset>
  );
}
