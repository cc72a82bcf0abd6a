import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goalLimit, upTo } from '@/shared/entry-words';
import { Button } from '@/shared/ui/Button';
import { useSession } from '../session-context';
import { closeGoal, type HowItWent } from './leaving';
import type { Goal } from './model';
import { OutcomeFields } from './OutcomeFields';
import { useOpenGoal } from './useOpenGoal';

/** What one works on oneself: said, put in other words, and closed. */
export function MyGoal() {
  const goal = useOpenGoal();
  // Whoever changes it in another tab changes what the fields begin with.
  return (
    <section className="grid gap-4" data-testid="my-goal">
      <GoalForm key={`${goal?.at} ${goal?.text}`} goal={goal} />
      {goal !== null && <CloseForm key={goal.at} />}
    </section>
  );
}

function GoalForm({ goal }: { goal: Goal | null }) {
  const { t } = useTranslation();
  const session = useSession();
  const [text, setText] = useState(goal?.text ?? '');
  const wanted = text.trim();
  const isNews = wanted !== '' && wanted !== goal?.text;
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNews) void session.send('goal-set', { text: wanted });
      }}
    >
      <label className="grid gap-1.5">
        <span className="font-semibold">{goal === null ? t('goals.question') : t('goals.mine')}</span>
        <input
          value={text}
          onChange={({ target }) => setText(upTo(goalLimit, target.value))}
          placeholder={t('goals.placeholder')}
          autoComplete="off"
          data-testid="goal-text"
          className="min-h-11 w-full rounded-xl border border-control bg-surface px-3 text-[0.95rem] placeholder:text-muted"
        />
      </label>
      {(goal === null || isNews) && (
        <Button
          type="submit"
          kind={goal === null ? 'primary' : 'secondary'}
          disabled={!isNews}
          data-testid="goal-save"
        >
          {goal === null ? t('goals.set') : t('goals.change')}
        </Button>
      )}
    </form>
  );
}

function CloseForm() {
  const { t } = useTranslation();
  const session = useSession();
  const [how, setHow] = useState<HowItWent>({ outcome: 'done', word: '' });
  return (
    <form
      className="grid gap-3 rounded-2xl bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void closeGoal(session, how);
      }}
    >
      <OutcomeFields how={how} onChange={setHow} />
      <Button type="submit" data-testid="goal-close">
        {t('goals.closeGoal')}
      </Button>
    </form>
  );
}
