import { History, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRecentRooms } from '@/shared/recent-rooms';
import { Hint } from '@/shared/ui/Hint';

export function RecentRooms({ onEnter }: { onEnter: (roomId: string) => void }) {
  const { t, i18n } = useTranslation();
  const { rooms, remove, clear } = useRecentRooms();
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });

  return (
    <section
      aria-labelledby="recent-rooms"
      className="flex min-h-60 flex-col self-center rounded-3xl border border-line bg-surface p-3"
    >
      <header className="flex min-h-11 items-center justify-between gap-3 pl-3">
        <h2 id="recent-rooms" className="font-semibold">
          {t('home.recent')}
        </h2>
        {rooms.length > 0 && (
          <button
            type="button"
            onClick={clear}
            className="min-h-10 shrink-0 rounded-xl px-3 whitespace-nowrap text-sm font-medium text-muted hover:bg-ink/8 hover:text-ink"
          >
            {t('home.recentClear')}
          </button>
        )}
      </header>
      {rooms.length === 0 ? (
        <div className="m-auto flex max-w-64 flex-col items-center gap-3 py-8 text-center text-muted">
          <History className="size-7" aria-hidden="true" />
          <p className="text-sm">{t('home.recentEmpty')}</p>
        </div>
      ) : (
        <ul className="mt-1 max-h-96 overflow-y-auto">
          {rooms.map(({ roomId, at, name }) => (
            <li key={roomId} className="group flex items-center gap-1 rounded-2xl hover:bg-ink/5">
              <a
                href={`/r/${roomId}`}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  onEnter(roomId);
                }}
                className="min-w-0 flex-1 rounded-2xl px-3 py-2.5"
              >
                <span className="block truncate font-medium">{name ?? roomId}</span>
                {name !== undefined && <span className="block truncate text-sm text-muted">{roomId}</span>}
                <time dateTime={new Date(at).toISOString()} className="block text-sm text-muted">
                  {t('home.recentAt', { when: when.format(at) })}
                </time>
              </a>
              <Hint text={t('home.recentRemove', { roomId: name ?? roomId })}>
                <button
                  type="button"
                  aria-label={t('home.recentRemove', { roomId: name ?? roomId })}
                  onClick={() => remove(roomId)}
                  className="mr-1.5 grid size-10 shrink-0 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
                >
                  <X className="size-4.5" aria-hidden="true" />
                </button>
              </Hint>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
