import { Target } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMemberName } from '../chat/people';
import { useRoom } from '../session-context';
import type { Goal } from './model';
import { MyGoal } from './MyGoal';
import { outcomeIcons } from './OutcomeFields';

/** One's own goal, and what everyone in this session works on or has closed. */
export function GoalsPanel() {
  const { t } = useTranslation();
  const goals = useRoom((state) => state.goals?.goals ?? null);
  const me = useRoom((state) => state.self?.memberId);
  if (goals === null) return <p className="py-2 text-sm text-muted">{t('goals.unavailable')}</p>;
  const shown = goals.filter(({ memberId, outcome }) => memberId !== me || outcome !== null);
  return (
    <div className="grid gap-6" data-testid="goals-panel">
      <MyGoal />
      <section>
        <h3 className="pb-1 font-semibold">{t('goals.everyone')}</h3>
        {shown.length === 0 ? (
          <p className="text-sm text-muted" data-testid="goals-empty">
            {t('goals.empty')}
          </p>
        ) : (
          <ul className="grid gap-1">
            {shown.map((goal) => (
              <GoalRow key={`${goal.goalId} ${goal.memberId}`} goal={goal} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function GoalRow({ goal: { memberId, name, text, outcome, word } }: { goal: Goal }) {
  const { t } = useTranslation();
  const who = useMemberName(memberId, name);
  const Icon = outcome === null ? Target : outcomeIcons[outcome];
  return (
    <li className="flex gap-2.5 py-1.5" data-testid="goal" data-outcome={outcome ?? 'open'}>
      <Icon
        role="img"
        aria-label={outcome === null ? t('goals.open') : t(`goals.outcome.${outcome}`)}
        className={`mt-0.5 size-4.5 shrink-0 ${outcome === 'done' ? 'text-accent' : 'text-muted'}`}
      />
      <div className="min-w-0 text-sm">
        <p className="text-muted">{who}</p>
        <p className="break-words">{text}</p>
        {word !== '' && <p className="break-words text-muted">{word}</p>}
      </div>
    </li>
  );
}
