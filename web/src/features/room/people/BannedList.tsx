import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { may } from '../access/permissions';
import { useModeration } from '../access/useModeration';
import { useRoom } from '../session-context';

/** For owners: who may not come in any more. */
export function BannedList() {
  const { t } = useTranslation();
  const banned = useRoom((state) => state.access?.banned);
  const mayLift = useRoom((state) => may('moderate', state));
  const { unban } = useModeration();
  if (!mayLift || banned === undefined || banned.length === 0) return null;
  return (
    <section className="mt-5" data-testid="banned-list">
      <h3 className="text-sm font-semibold text-muted">{t('people.ban.listTitle')}</h3>
      <ul className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-1">
        {banned.map(({ memberId, name }) => {
          const known = name || t('people.nobody');
          return (
            <li key={memberId} className="flex min-h-11 items-center gap-2">
              <span className="min-w-0 flex-1 truncate text-[0.95rem]">{known}</span>
              <Button
                kind="quiet"
                className="px-3 text-sm"
                aria-label={t('people.ban.unbanNamed', { name: known })}
                onClick={() => unban(memberId)}
              >
                {t('people.ban.unban')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
