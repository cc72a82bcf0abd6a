import { useTranslation } from 'react-i18next';
import { useRoom } from '../session-context';
import { AnswerList } from './AnswerList';
import { MyAnswers } from './MyAnswers';
import { RunningRound } from './RunningRound';
import { StartRound } from './StartRound';

/** The stand-up: who speaks, what one answers oneself, and what the others answered. */
export function StandupPanel() {
  const { t } = useTranslation();
  const standup = useRoom((state) => state.standup);
  if (standup === null) return <p className="py-2 text-sm text-muted">{t('standup.unavailable')}</p>;
  return (
    <div className="grid gap-6" data-testid="standup-panel">
      {standup.round === null ? <StartRound /> : <RunningRound round={standup.round} />}
      <AnswerList standup={standup} />
      <MyAnswers />
    </div>
  );
}
