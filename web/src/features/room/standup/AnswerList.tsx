import { useTranslation } from 'react-i18next';
import { useMemberName } from '../chat/people';
import { useRoom } from '../session-context';
import { QUESTIONS, speakerOf, type StandupAnswer, type StandupState } from './model';

/** What everyone answered; whose turn it is stands first, then the others in the order of the round. */
export function AnswerList({ standup }: { standup: StandupState }) {
  const { t } = useTranslation();
  const speaker = speakerOf(standup);
  const order = standup.round?.order ?? [];
  const place = ({ memberId }: StandupAnswer): number => {
    const at = order.indexOf(memberId);
    return memberId === speaker ? -1 : at < 0 ? order.length : at;
  };
  const answers = [...standup.answers].sort((a, b) => place(a) - place(b));
  return (
    <section>
      <h3 className="pb-1 font-semibold">{t('standup.answers')}</h3>
      {answers.length === 0 && (
        <p className="text-sm text-muted" data-testid="standup-no-answers">
          {t('standup.noAnswers')}
        </p>
      )}
      <ul className="grid gap-2">
        {answers.map((answer) => (
          <AnswerRow key={answer.memberId} answer={answer} current={answer.memberId === speaker} />
        ))}
      </ul>
    </section>
  );
}

function AnswerRow({ answer, current }: { answer: StandupAnswer; current: boolean }) {
  const { t } = useTranslation();
  const name = useMemberName(answer.memberId, answer.name);
  const me = useRoom((state) => state.self?.memberId === answer.memberId);
  return (
    <li
      data-testid="answer"
      data-current={current}
      className={`rounded-2xl border p-3 text-sm ${current ? 'border-accent' : 'border-line'}`}
    >
      <p className="pb-1 font-semibold">{me ? t('room.youNamed', { name }) : name}</p>
      <dl className="grid gap-1.5">
        {QUESTIONS.filter((question) => answer[question] !== '').map((question) => (
          <div key={question}>
            <dt className="text-xs text-muted">{t(`standup.question.${question}`)}</dt>
            <dd className="break-words whitespace-pre-wrap">{answer[question]}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
