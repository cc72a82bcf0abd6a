import clsx from 'clsx';
import { Headphones, Hand, LoaderCircle, MicOff, MonitorUp, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOpenGoal } from '../goals/useOpenGoal';
import { useHandOrder } from '../people/useHandOrder';
import { WorkingOn } from '../tasks/WorkingOn';
import type { LinkState, Participant, Quality } from '../session/types';
import { TurnMark } from '../standup/TurnTime';

const chip = 'rounded-full bg-[#0c1210]/70 text-white';

/** Name, microphone and goal, over the picture's lower edge. */
export function TileCaption({
  participant,
  name,
  isScreen,
}: {
  participant: Participant;
  name: string;
  isScreen: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className="absolute bottom-2 left-2 grid max-w-[calc(100%-1rem)] justify-items-start gap-1">
      <p
        className={clsx(
          chip,
          'flex max-w-full items-center gap-1.5 px-2.5 py-1 text-[0.8125rem] font-medium',
        )}
      >
        {isScreen && <MonitorUp className="size-3.5 shrink-0" aria-hidden="true" />}
        {!isScreen && !participant.publisher && (
          <Headphones className="size-3.5 shrink-0" role="img" aria-label={t('tile.listener')} />
        )}
        {!isScreen && participant.publisher && !participant.media.mic && (
          <MicOff className="size-3.5 shrink-0 text-[#ff9c91]" role="img" aria-label={t('tile.muted')} />
        )}
        <span className="truncate">{name}</span>
        {!isScreen && (
          <WorkingOn
            memberId={participant.memberId}
            className="flex min-w-0 items-center gap-1 font-normal @max-[220px]:hidden"
          />
        )}
      </p>
      {!isScreen && <TileGoal memberId={participant.memberId} />}
    </div>
  );
}

/** What the person works on; where there is no room for it, it is still said. */
function TileGoal({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  const goal = useOpenGoal(memberId);
  if (goal === null) return null;
  return (
    <p
      data-testid="tile-goal"
      title={goal.text}
      className={clsx(
        chip,
        'max-w-full truncate px-2.5 py-0.5 text-xs @max-[150px]:sr-only [@container(max-height:110px)]:sr-only',
      )}
    >
      <span className="sr-only">{t('goals.mark')} </span>
      {goal.text}
    </p>
  );
}

/** Whose turn it is, raised hand and quality, over the picture's upper edge. */
export function TileMarks({ participant }: { participant: Participant }) {
  const measured =
    !participant.isSelf && participant.quality !== 'unknown' && participant.link === 'connected';
  return (
    <div className="absolute top-2 left-2 flex items-center gap-1.5">
      <TurnMark memberId={participant.memberId} />
      {participant.media.hand && <HandMark memberId={participant.memberId} />}
      {measured && <QualityBars quality={participant.quality} />}
    </div>
  );
}

function HandMark({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  const order = useHandOrder(memberId);
  return (
    <span
      role="img"
      aria-label={order === null ? t('tile.hand') : t('people.hand', { order })}
      className="animate-rise flex h-8 min-w-8 items-center justify-center gap-1 rounded-full bg-[#f6c445] px-1.5 text-sm font-semibold text-[#2b1f00]"
    >
      <Hand className="size-4.5" aria-hidden="true" />
      {order}
    </span>
  );
}

const filledBars: Record<Quality, number> = { unknown: 0, poor: 1, fair: 2, good: 3 };
const barColours: Record<Quality, string> = {
  unknown: 'bg-white',
  poor: 'bg-[#ff9c91]',
  fair: 'bg-[#f6c445]',
  good: 'bg-[#7fe0bf]',
};

function QualityBars({ quality }: { quality: Quality }) {
  const { t } = useTranslation();
  return (
    <span
      role="img"
      aria-label={t(`tile.quality.${quality}`)}
      title={t(`tile.quality.${quality}`)}
      className={clsx(chip, 'flex h-7 items-end gap-0.5 px-2 pb-1.5')}
    >
      {[5, 9, 13].map((height, index) => (
        <span
          key={height}
          style={{ height }}
          className={clsx(
            'w-1 rounded-sm',
            index < filledBars[quality] ? barColours[quality] : 'bg-white/30',
          )}
        />
      ))}
    </span>
  );
}

/** Why nothing moves: only said while the link to this person does not work. */
export function LinkNote({ link }: { link: LinkState }) {
  const { t } = useTranslation();
  if (link === 'connected' || link === 'none') return null;
  const Icon = link === 'failed' ? TriangleAlert : LoaderCircle;
  return (
    <div className="absolute inset-0 grid place-items-center bg-[#0c1210]/45 p-2 pb-10">
      <p
        className={clsx(chip, 'flex max-w-full items-center gap-2 px-3 py-1.5 text-[0.8125rem] font-medium')}
      >
        <Icon className={clsx('size-4 shrink-0', link !== 'failed' && 'animate-spin')} aria-hidden="true" />
        <span className="@max-[170px]:sr-only">{t(`tile.link.${link}`)}</span>
      </p>
    </div>
  );
}
