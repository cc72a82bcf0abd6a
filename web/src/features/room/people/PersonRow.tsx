import { Hand, Mic, MicOff, MonitorUp, Target, Video, VideoOff, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/shared/ui/Avatar';
import { may } from '../access/permissions';
import { useOpenGoal } from '../goals/useOpenGoal';
import { useRoom } from '../session-context';
import { WorkingOn } from '../tasks/WorkingOn';
import { MemberMenu } from './MemberMenu';
import type { Person } from './model';
import { StatusMark } from './StatusMark';
import { StatusMenu } from './StatusMenu';

/** One person: name, role, what they do, and the state of their devices. */
export function PersonRow({ person }: { person: Person }) {
  const { t } = useTranslation();
  const mayModerate = useRoom((state) => may('moderate', state));
  const { name, isSelf, memberId, hand } = person;
  const known = name.trim() || t('room.unnamed');
  return (
    <li
      className="flex min-h-13 items-center gap-2.5 py-1"
      data-testid="person"
      data-member-id={memberId}
      data-self={isSelf}
      data-status={person.status}
      data-hand={hand ?? ''}
    >
      <Avatar name={known} seed={memberId} className="size-9 text-sm" />
      <div className="min-w-0 flex-1">
        <p className="truncate text-[0.95rem] font-medium">
          {isSelf ? t('room.youNamed', { name: known }) : known}
        </p>
        <div className="flex items-center gap-1.5">
          <DeviceMarks person={person} />
          <Facts person={person} />
        </div>
        <PersonGoal memberId={memberId} />
        <WorkingOn memberId={memberId} className="flex items-center gap-1 text-xs text-muted" />
        {isSelf && <StatusMenu />}
      </div>
      {hand !== null && (
        <span
          role="img"
          aria-label={t('people.hand', { order: hand })}
          className="flex h-7 shrink-0 items-center gap-1 rounded-full bg-[#f6c445] px-2 text-xs font-semibold text-[#2b1f00]"
        >
          <Hand className="size-4" aria-hidden="true" />
          {hand}
        </span>
      )}
      {mayModerate && !isSelf && <MemberMenu person={person} name={known} />}
    </li>
  );
}

function PersonGoal({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  const goal = useOpenGoal(memberId);
  if (goal === null) return null;
  return (
    <p className="flex items-start gap-1.5 pt-0.5 text-xs" data-testid="person-goal">
      <Target role="img" aria-label={t('goals.mark')} className="mt-px size-3.5 shrink-0 text-accent" />
      <span className="line-clamp-2 min-w-0 break-words">{goal.text}</span>
    </p>
  );
}

function DeviceMarks({ person: { media, publisher } }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

function Facts({ person: { role, status, publisher, devices, isSelf } }: { person: Person }) {
  const { t } = useTranslation();
  const facts = [
    ...(role === 'owner' ? [t('people.owner')] : []),
    ...(isSelf ? [] : [t(`people.status.${status}`)]),
    ...(publisher ? [] : [t('tile.listener')]),
    ...(devices > 1 ? [t('people.devices', { count: devices })] : []),
  ];
  if (facts.length === 0) return null;
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-xs text-muted">
      {!isSelf && <StatusMark status={status} />}
      <span className="truncate">{facts.join(' · ')}</span>
    </p>
  );
}

function Mark({ icon: Icon, label, emphasis }: { icon: LucideIcon; label: string; emphasis?: boolean }) {
  return (
    <Icon
      role="img"
      aria-label={label}
      className={`size-4 shrink-0 ${emphasis ? 'text-accent' : 'text-muted'}`}
    />
  );
}
