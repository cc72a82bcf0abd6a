import { useTranslation } from 'react-i18next';
import { Avatar } from '@/shared/ui/Avatar';
import { Button } from '@/shared/ui/Button';
import { useModeration } from '../access/useModeration';
import { useWaiting } from '../access/useWaiting';

/** For owners: who waits at the door, those who came first on top. */
export function WaitingList() {
  const { t } = useTranslation();
  const waiting = useWaiting();
  const { admit, reject } = useModeration();
  return (
    <section
      // What is empty stays in the page, so that the first one is announced.
      className={waiting.length === 0 ? 'sr-only' : 'mb-4 rounded-2xl bg-accent-soft p-3'}
      data-testid="waiting-list"
    >
      <div className="flex min-h-11 items-center justify-between gap-2 pl-1">
        <p role="status" className="text-sm font-semibold">
          {waiting.length > 0 && t('people.waiting.title', { count: waiting.length })}
        </p>
        {waiting.length > 1 && (
          <Button
            kind="quiet"
            className="px-3 text-sm"
            data-testid="admit-all"
            onClick={() => {
              for (const { memberId } of waiting) admit(memberId);
            }}
          >
            {t('people.waiting.admitAll')}
          </Button>
        )}
      </div>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {waiting.map(({ memberId, name }) => {
          const known = name || t('people.nobody');
          return (
            <li key={memberId} data-testid="waiting" className="flex flex-wrap items-center gap-2">
              <Avatar name={known} seed={memberId} className="size-9 text-sm" />
              <span className="min-w-24 flex-1 truncate text-[0.95rem] font-medium">{known}</span>
              <span className="ml-auto flex gap-2">
                <Button
                  kind="primary"
                  className="px-3 text-sm"
                  aria-label={t('people.waiting.admitNamed', { name: known })}
                  onClick={() => admit(memberId)}
                >
                  {t('people.waiting.admit')}
                </Button>
                <Button
                  className="px-3 text-sm"
                  aria-label={t('people.waiting.refuseNamed', { name: known })}
                  onClick={() => reject(memberId)}
                >
                  {t('people.waiting.refuse')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
