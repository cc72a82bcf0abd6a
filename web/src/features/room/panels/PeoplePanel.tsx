import { Hand, Mic, MicOff, MonitorUp, Video, VideoOff, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/shared/ui/Avatar';
import { useRoom } from '../session-context';
import type { Participant } from '../session/types';
import { useParticipantName } from '../useParticipantName';

/** Everyone in the room with the state of their devices; raised hands come first. */
export function PeoplePanel() {
  const { t } = useTranslation();
  const self = useRoom((state) => state.self);
  const others = useRoom((state) => state.others);
  const people = self ? [self, ...others] : others;
  const handsFirst = [...people.filter((one) => one.media.hand), ...people.filter((one) => !one.media.hand)];
  return (
    <>
      <p className="pb-2 text-sm text-muted">{t('people.count', { count: people.length })}</p>
      <ul className="grid gap-0.5" data-testid="people-list">
        {handsFirst.map((one) => (
          <Person key={one.userId} participant={one} />
        ))}
      </ul>
    </>
  );
}

function Person({ participant }: { participant: Participant }) {
  const { t } = useTranslation();
  const nameOf = useParticipantName();
  const { media, publisher, role } = participant;
  return (
    <li className="flex min-h-13 items-center gap-3" data-testid="person" data-user-id={participant.userId}>
      <Avatar
        name={participant.name || t('room.unnamed')}
        seed={participant.memberId}
        className="size-9 text-sm"
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-[0.95rem] font-medium">{nameOf(participant)}</span>
        {(role === 'owner' || !publisher) && (
          <span className="block text-xs text-muted">
            {publisher ? t('people.owner') : t('tile.listener')}
          </span>
        )}
      </span>
      {media.hand && <Mark icon={Hand} label={t('tile.hand')} emphasis />}
      {media.screen && <Mark icon={MonitorUp} label={t('people.sharing')} emphasis />}
      {publisher && (
        <>
          <Mark
            icon={media.mic ? Mic : MicOff}
            label={media.mic ? t('people.microphoneOn') : t('tile.muted')}
          />
          <Mark
            icon={media.camera ? Video : VideoOff}
            label={media.camera ? t('people.cameraOn') : t('people.cameraOff')}
          />
        </>
      )}
    </li>
  );
}

function Mark({ icon: Icon, label, emphasis }: { icon: LucideIcon; label: string; emphasis?: boolean }) {
  return (
    <Icon
      role="img"
      aria-label={label}
      className={`size-4.5 shrink-0 ${emphasis ? 'text-accent' : 'text-muted'}`}
    />
  );
}
