import { useTranslation } from 'react-i18next';
import type { AccessSettings } from '@/realtime/schemas-access';
import { CheckField } from '@/shared/ui/CheckField';
import { isOwner } from '../access/permissions';
import { useRoom, useSession } from '../session-context';
import { OwnerLink } from './OwnerLink';

/** How the room is set up: its owners change it, everyone else can read it. */
export function RoomSettings() {
  const { t } = useTranslation();
  const access = useRoom((state) => state.access);
  const owner = useRoom(isOwner);
  if (access === null) return <p className="text-muted">{t('roomSettings.unknown')}</p>;
  if (access.owners.length === 0) return <p className="text-muted">{t('roomSettings.unowned')}</p>;
  if (!owner) return <SettingsToRead settings={access.settings} />;
  return (
    <div className="grid gap-6">
      <SettingsToChange settings={access.settings} />
      <OwnerLink />
    </div>
  );
}

function SettingsToChange({ settings }: { settings: AccessSettings }) {
  const { t } = useTranslation();
  const session = useSession();
  const change = (part: Partial<AccessSettings>): void => void session.send('room-configure', part);
  return (
    <div className="grid" data-testid="room-settings">
      <p className="text-sm text-muted">{t('roomSettings.description')}</p>
      {(['timer', 'chat', 'screen'] as const).map((what) => (
        <CheckField
          key={what}
          testId={`setting-${what}`}
          label={t(`roomSettings.${what}`)}
          checked={settings[what] === 'everyone'}
          onChange={(everyone) =>
            void session.send('room-configure', { [what]: everyone ? 'everyone' : 'owner' })
          }
        />
      ))}
      <CheckField
        testId="setting-unmute"
        label={t('roomSettings.unmute')}
        text={t('roomSettings.unmuteText')}
        checked={settings.unmute}
        onChange={(unmute) => change({ unmute })}
      />
      <CheckField
        testId="setting-entry"
        label={t('roomSettings.entry')}
        text={t('roomSettings.entryText')}
        checked={settings.entry === 'admission'}
        onChange={(oneByOne) => change({ entry: oneByOne ? 'admission' : 'free' })}
      />
      <CheckField
        testId="setting-locked"
        label={t('roomSettings.locked')}
        text={t('roomSettings.lockedText')}
        checked={settings.locked}
        onChange={(locked) => change({ locked })}
      />
    </div>
  );
}

function SettingsToRead({ settings }: { settings: AccessSettings }) {
  const { t } = useTranslation();
  const facts = [
    ...(['timer', 'chat', 'screen'] as const).map((what) =>
      t(settings[what] === 'everyone' ? `roomSettings.${what}` : `roomSettings.${what}Owner`),
    ),
    t(settings.unmute ? 'roomSettings.unmute' : 'roomSettings.unmuteOwner'),
    t(settings.entry === 'free' ? 'roomSettings.entryFree' : 'roomSettings.entryText'),
    ...(settings.locked ? [t('roomSettings.lockedNow')] : []),
  ];
  return (
    <div data-testid="room-settings">
      <p className="text-sm text-muted">{t('roomSettings.readOnly')}</p>
      <ul className="mt-3 grid list-disc gap-2 pl-5">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}
