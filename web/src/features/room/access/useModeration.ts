import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session-context';

/** What owners can do with others. What leaves a trace waits for a connection; what is of the moment does not. */
export interface Moderation {
  admit: (memberId: string) => void;
  reject: (memberId: string) => void;
  mute: (memberId: string, name: string) => void;
  unmute: (memberId: string, name: string) => void;
  lowerHand: (memberId: string) => void;
  remove: (memberId: string) => void;
  ban: (memberId: string) => void;
  unban: (memberId: string) => void;
  handOver: (memberId: string) => void;
}

export function useModeration(): Moderation {
  const { t } = useTranslation();
  const session = useSession();
  return useMemo(() => {
    const send = (event: string) => (memberId: string) => void session.send(event, { memberId });
    const ask = async (event: string, memberId: string, done?: string): Promise<void> => {
      const answer = await session.ask(event, { memberId });
      if (!answer.ok) session.notify(answer);
      else if (done !== undefined) session.notify({ code: 'done', message: done });
    };
    return {
      admit: send('member-admit'),
      reject: (memberId) => void ask('member-reject', memberId),
      mute: (memberId, name) => void ask('member-mute', memberId, t('people.menu.muteAsked', { name })),
      unmute: (memberId, name) =>
        void ask('member-unmute', memberId, t('people.menu.unmuteAllowed', { name })),
      lowerHand: (memberId) => void ask('hand-lower', memberId),
      remove: send('member-remove'),
      ban: send('member-ban'),
      unban: send('member-unban'),
      handOver: send('owner-hand-over'),
    };
  }, [session, t]);
}
