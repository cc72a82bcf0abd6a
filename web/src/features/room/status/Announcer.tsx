import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announcements } from '../model/announcements';
import { useSession } from '../session-context';
import { useParticipantName } from '../useParticipantName';

/** Says who comes and goes to those who do not see it. Silent about who was here at the join. */
export function Announcer() {
  const { t } = useTranslation();
  const { store } = useSession();
  const nameOf = useParticipantName();
  const [said, setSaid] = useState('');

  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.others === before.others || before.self === null || state.status !== 'connected') return;
        const found = announcements(before.others, state.others);
        if (found.length === 0) return;
        setSaid(
          found.map(({ kind, participant }) => t(`room.${kind}`, { name: nameOf(participant) })).join('. '),
        );
      }),
    [store, t, nameOf],
  );

  return (
    <p aria-live="polite" data-testid="announcer" className="sr-only">
      {said}
    </p>
  );
}
