import { Settings2, UserPlus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { roomLink } from '@/shared/room-link';
import { Button } from '@/shared/ui/Button';
import { CopyButton } from '@/shared/ui/CopyButton';
import { useRoomViewStore } from '../room-view';
import { useRoom } from '../session-context';
import { BannedList } from './BannedList';
import { peopleOf } from './model';
import { PersonRow } from './PersonRow';
import { WaitingList } from './WaitingList';

/** Everyone in the room: who waits at the door, who is here and what they do, and who is kept out. */
export function PeoplePanel() {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const self = useRoom((state) => state.self);
  const others = useRoom((state) => state.others);
  const people = useMemo(() => peopleOf(self, others), [self, others]);
  return (
    <>
      <WaitingList />
      <div className="flex items-center justify-between gap-2 pb-1">
        <p className="text-sm text-muted">{t('people.count', { count: people.length })}</p>
        <Button
          kind="quiet"
          data-testid="people-settings"
          className="-mr-2 px-2.5 text-sm"
          onClick={() => view.setState({ dialog: 'room' })}
        >
          <Settings2 className="size-4.5" aria-hidden="true" />
          {t('roomSettings.open')}
        </Button>
      </div>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-0.5" data-testid="people-list">
        {people.map((person) => (
          <PersonRow key={person.memberId} person={person} />
        ))}
      </ul>
      {self !== null && people.length === 1 && <Alone />}
      <BannedList />
    </>
  );
}

function Alone() {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const roomId = useRoom((state) => state.roomId);
  return (
    <section className="mt-4 rounded-2xl bg-sunken p-4" data-testid="people-alone">
      <p className="text-sm">{t('people.alone')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button kind="primary" onClick={() => view.setState({ dialog: 'invite' })}>
          <UserPlus className="size-4.5" aria-hidden="true" />
          {t('toolbar.invite')}
        </Button>
        <CopyButton text={roomLink(roomId)} label={t('invite.copyLink')} />
      </div>
    </section>
  );
}
