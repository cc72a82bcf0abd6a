import { Ban, EllipsisVertical, Hand, KeyRound, MicOff, Mic, UserMinus, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { useModeration } from '../access/useModeration';
import { useRoom } from '../session-context';
import { ConfirmDialog } from './ConfirmDialog';
import type { Person } from './model';

/** For owners: what they can do with somebody else. */
export function MemberMenu({ person, name }: { person: Person; name: string }) {
  const { t } = useTranslation();
  const does = useModeration();
  const [asking, setAsking] = useState<'ban' | 'handOver' | null>(null);
  const mayUnmute = useRoom((state) => state.access?.settings.unmute ?? true);
  const { memberId, role, hand, media } = person;
  const isOwner = role === 'owner';
  const confirmed = { ban: does.ban, handOver: does.handOver };
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            data-testid="person-menu"
            aria-label={t('people.menu.open', { name })}
            className="-mr-2 grid size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
          >
            <EllipsisVertical className="size-5" aria-hidden="true" />
          </button>
        }
      >
        <Item
          icon={MicOff}
          label={t('people.menu.mute')}
          disabled={!media.mic && mayUnmute}
          run={() => does.mute(memberId, name)}
        />
        {!mayUnmute && !isOwner && (
          <Item icon={Mic} label={t('people.menu.unmute')} run={() => does.unmute(memberId, name)} />
        )}
        {hand !== null && (
          <Item icon={Hand} label={t('people.menu.lowerHand')} run={() => does.lowerHand(memberId)} />
        )}
        {!isOwner && (
          <>
            {role === 'member' && (
              <Item icon={KeyRound} label={t('people.menu.handOver')} run={() => setAsking('handOver')} />
            )}
            <DropdownMenu.Separator className="mx-2 my-1 h-px bg-line" />
            <Item icon={UserMinus} label={t('people.menu.remove')} run={() => does.remove(memberId)} />
            <Item icon={Ban} label={t('people.menu.ban')} run={() => setAsking('ban')} />
          </>
        )}
      </Menu>
      {asking !== null && (
        <ConfirmDialog
          title={t(`people.${asking}.title`, { name })}
          text={t(`people.${asking}.text`, { name })}
          confirm={t(`people.${asking}.confirm`)}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            confirmed[asking](memberId);
          }}
        />
      )}
    </>
  );
}

interface ItemProps {
  icon: LucideIcon;
  label: string;
  disabled?: boolean;
  run: () => void;
}

function Item({ icon: Icon, label, disabled = false, run }: ItemProps) {
  return (
    <MenuItem onSelect={run} disabled={disabled}>
      <Icon className="size-4.5 text-muted" aria-hidden="true" />
      {label}
    </MenuItem>
  );
}
