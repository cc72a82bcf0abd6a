import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ownerKeys, ownerLink } from '@/shared/owner-keys';
import { CopyButton } from '@/shared/ui/CopyButton';
import { useRoom } from '../session-context';

/** The link that makes an owner of whoever opens it, where this browser has it. */
export function OwnerLink() {
  const { t } = useTranslation();
  const id = useId();
  const roomId = useRoom((state) => state.roomId);
  const key = ownerKeys.read(roomId);
  return (
    <section className="border-t border-line pt-4">
      <h3 className="font-semibold">
        <label htmlFor={id}>{t('roomSettings.ownerLink')}</label>
      </h3>
      {key === null ? (
        <p className="mt-1 text-sm text-muted">{t('roomSettings.ownerLinkMissing')}</p>
      ) : (
        <>
          <p id={`${id}-text`} className="mt-1 text-sm text-muted">
            {t('roomSettings.ownerLinkText')}
          </p>
          <input
            id={id}
            data-testid="owner-link"
            readOnly
            value={ownerLink(roomId, key)}
            aria-describedby={`${id}-text`}
            onFocus={(event) => event.currentTarget.select()}
            className="mt-3 min-h-11 w-full rounded-xl border border-line bg-sunken px-3.5"
          />
          <div className="mt-2.5 flex flex-wrap items-center gap-2.5">
            <CopyButton text={ownerLink(roomId, key)} label={t('roomSettings.ownerLinkCopy')} />
          </div>
        </>
      )}
    </section>
  );
}
