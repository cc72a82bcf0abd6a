import { useTranslation } from 'react-i18next';
import { keeper } from '@/api/me';
import { KeptOfMe } from '@/shared/kept/KeptOfMe';
import { DeviceChoices } from '@/shared/media/DeviceChoices';
import { MediaProblems } from '@/shared/media/MediaProblems';
import { Modal } from '@/shared/ui/Modal';
import { TypingPrivacyChoice } from '../chat/TypingPrivacyChoice';
import { LeaveDialog } from '../goals/LeaveDialog';
import { momentaryKeys, shortcuts } from '../model/shortcuts';
import { useRoomView, useRoomViewStore } from '../room-view';
import { RoomSearch } from '../search/RoomSearch';
import { useLocalMedia, useSession } from '../session-context';
import { Invite } from './Invite';
import { RoomSettings } from './RoomSettings';

export function RoomDialogs() {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const dialog = useRoomView((state) => state.dialog);
  if (dialog === null) return null;
  const close = (): void => view.setState({ dialog: null });
  switch (dialog) {
    case 'invite':
      return (
        <Modal open onOpenChange={close} title={t('invite.title')} description={t('invite.description')}>
          <Invite />
        </Modal>
      );
    case 'search':
      return (
        <Modal open onOpenChange={close} title={t('search.title')}>
          <RoomSearch />
        </Modal>
      );
    case 'settings':
      return (
        <Modal open onOpenChange={close} title={t('settings.title')} description={t('settings.description')}>
          <DeviceSettings />
        </Modal>
      );
    case 'room':
      return (
        <Modal open onOpenChange={close} title={t('roomSettings.title')}>
          <RoomSettings />
        </Modal>
      );
    case 'leave':
      return <LeaveDialog onClose={close} />;
    case 'shortcuts':
      return (
        <Modal open onOpenChange={close} title={t('shortcuts.title')}>
          <ShortcutList />
        </Modal>
      );
  }
}

function DeviceSettings() {
  const { t } = useTranslation();
  const { media } = useSession();
  const micProblem = useLocalMedia((state) => state.micProblem);
  const cameraProblem = useLocalMedia((state) => state.cameraProblem);
  return (
    <div className="grid gap-5">
      <DeviceChoices media={media} captions />
      <MediaProblems state={{ micProblem, cameraProblem }} />
      <h3 className="font-semibold">{t('chat.settings')}</h3>
      <TypingPrivacyChoice />
      <KeptOfMe keeper={keeper} />
    </div>
  );
}

function ShortcutList() {
  const { t } = useTranslation();
  return (
    <dl className="grid gap-1">
      {shortcuts.map(({ action, key, controlKey }) => (
        <div key={action} className="flex min-h-10 items-center justify-between gap-4">
          <dt>{t(`shortcuts.${action}`)}</dt>
          <dd className="flex items-center gap-2 text-sm text-muted">
            <Key name={key.toUpperCase()} />
            {controlKey !== undefined && (
              <>
                {t('shortcuts.or')} <Key name={`Ctrl ${controlKey.toUpperCase()}`} />
              </>
            )}
          </dd>
        </div>
      ))}
      <div className="flex min-h-10 items-center justify-between gap-4">
        <dt>{t('shortcuts.messages')}</dt>
        <dd className="text-sm text-muted">
          <Key name="F8" />
        </dd>
      </div>
      {momentaryKeys.map(({ action, key }) => (
        <div key={action} className="flex min-h-10 items-center justify-between gap-4">
          <dt>{t(`shortcuts.${action}`)}</dt>
          <dd className="text-sm">
            <Key name={key} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Key({ name }: { name: string }) {
  return (
    <kbd className="rounded-lg border border-line bg-sunken px-2 py-1 font-sans text-xs font-semibold text-ink">
      {name}
    </kbd>
  );
}
