import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { Modal } from '@/shared/ui/Modal';
import { useSession } from '../session-context';
import { leaveWith, type HowItWent } from './leaving';
import { OutcomeFields } from './OutcomeFields';
import { useOpenGoal } from './useOpenGoal';

/** Asks how it went before one leaves. Enter answers, Escape leaves without an answer; the cross stays in the room. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const goal = useOpenGoal();
  const [how, setHow] = useState<HowItWent>({ outcome: 'done', word: '' });
  const leave = (): void => {
    onClose();
    void session.leave();
  };
  return (
    <Modal
      open
      onOpenChange={onClose}
      onEscape={leave}
      title={t('goals.leaveTitle')}
      description={goal?.text ?? ''}
    >
      <form
        className="grid gap-4"
        data-testid="goal-leave"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void leaveWith(session, how);
        }}
      >
        <OutcomeFields how={how} onChange={setHow} focused />
        <div className="flex flex-wrap justify-end gap-2">
          <Button data-testid="goal-leave-skip" onClick={leave}>
            {t('goals.leaveSkip')}
          </Button>
          <Button type="submit" kind="primary" data-testid="goal-leave-answer">
            {t('goals.leaveAnswer')}
          </Button>
        </div>
        <p className="text-right text-xs text-muted">{t('goals.leaveKeys')}</p>
      </form>
    </Modal>
  );
}
