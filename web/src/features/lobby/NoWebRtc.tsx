import { useTranslation } from 'react-i18next';

/** Shown where calls are impossible; the room's other parts still work. */
export function NoWebRtc() {
  const { t } = useTranslation();
  if (typeof RTCPeerConnection !== 'undefined') return null;
  return (
    <section role="note" className="mt-5 rounded-2xl bg-danger-soft p-4 text-sm">
      <h2 className="font-semibold">{t('lobby.noWebRtcTitle')}</h2>
      <p className="mt-1">{t('lobby.noWebRtcText')}</p>
    </section>
  );
}
