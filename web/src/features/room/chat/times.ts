import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const DAY_MS = 86_400_000;

interface ChatTimes {
  /** The time of day. */
  time: (at: number) => string;
  /** The day, in words where it is near. */
  day: (at: number) => string;
  full: (at: number) => string;
}

export function useChatTimes(): ChatTimes {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' });
    const day = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', day: 'numeric', month: 'long' });
    const full = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
    return {
      time: (at) => time.format(at),
      full: (at) => full.format(at),
      day: (at) => {
        const now = Date.now();
        const wanted = new Date(at).toDateString();
        if (wanted === new Date(now).toDateString()) return t('chat.today');
        if (wanted === new Date(now - DAY_MS).toDateString()) return t('chat.yesterday');
        return day.format(at);
      },
    };
  }, [t, i18n.language]);
}
