import { ChartColumn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '@/shared/hooks/useDocumentTitle';
import { keeper } from '@/api/me';
import { KeptOfMe } from '@/shared/kept/KeptOfMe';
import { buttonClass } from '@/shared/ui/Button';
import { PageFrame } from '@/shared/ui/PageFrame';
import { CreateRoom } from './CreateRoom';
import { JoinRoom } from './JoinRoom';
import { RecentRooms } from './RecentRooms';

export function HomePage({ onEnter }: { onEnter: (roomId: string) => void }) {
  const { t } = useTranslation();
  useDocumentTitle('Focusly');
  return (
    <PageFrame>
      <div className="my-auto grid gap-10 py-6 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] lg:gap-16">
        <section className="flex flex-col justify-center">
          <h1 className="text-4xl leading-[1.08] font-semibold tracking-tight text-balance sm:text-5xl lg:text-6xl">
            {t('home.title')}
          </h1>
          <p className="mt-4 max-w-xl text-lg text-pretty text-muted">{t('home.lead')}</p>
          <div className="mt-8 flex max-w-xl flex-col gap-6">
            <CreateRoom onEnter={onEnter} />
            <JoinRoom onEnter={onEnter} />
          </div>
        </section>
        <div className="flex flex-col gap-3 self-center">
          <RecentRooms onEnter={onEnter} />
          <a href="/focus" data-testid="home-focus" className={buttonClass('secondary', 'self-start')}>
            <ChartColumn className="size-4.5" aria-hidden="true" />
            {t('history.focusLink')}
          </a>
        </div>
      </div>
      <KeptOfMe keeper={keeper} />
    </PageFrame>
  );
}
