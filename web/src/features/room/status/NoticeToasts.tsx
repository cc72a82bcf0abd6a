import { X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useRoom, useSession } from '../session-context';
import { noticeKey } from './codes';
import { WaitingToasts } from './WaitingToasts';

const shownMillis = 7000;

export function NoticeToasts() {
  const { t } = useTranslation();
  const session = useSession();
  const notices = useRoom((state) => state.notices);
  return (
    <Toast.Provider duration={shownMillis} label={t('notices.title')}>
      {notices.map(({ id, code, message, name = '' }) => {
        const key = noticeKey(code);
        return (
          <Toast.Root
            key={id}
            onOpenChange={(open) => !open && session.dismissNotice(id)}
            className="animate-rise flex items-start gap-2 rounded-2xl border border-line bg-raised py-2 pr-2 pl-4 shadow-lift"
          >
            <Toast.Description className="flex-1 py-2 text-sm" data-testid="notice" data-code={code}>
              {key === null ? message : t(key, { name: name || t('people.anOwner') })}
            </Toast.Description>
            <Toast.Close
              aria-label={t('common.close')}
              className="grid size-9 shrink-0 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
            >
              <X className="size-4.5" aria-hidden="true" />
            </Toast.Close>
          </Toast.Root>
        );
      })}
      <WaitingToasts />
      <Toast.Viewport className="fixed bottom-20 left-3 z-40 flex w-[min(24rem,calc(100vw-1.5rem))] flex-col gap-2 outline-none" />
    </Toast.Provider>
  );
}
