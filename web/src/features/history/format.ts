import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { dateOf } from './days';

/** `1 h 5 min`; whole minutes, rounded down, as a minute that is not over has not been focused. */
export function duration(t: TFunction, ms: number): string {
  if (ms > 0 && ms < 60_000) return t('history.underOneMinute');
  const minutes = Math.floor(ms / 60_000);
  const parts = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  if (parts.hours === 0) return t('history.minutes', parts);
  return parts.minutes === 0 ? t('history.hours', parts) : t('history.hoursMinutes', parts);
}

/** Dates and times as the language has them, in this browser's zone. */
export function useFormats() {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const at = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, options);
    return (millis: number): string => format.format(millis);
  };
  const ofDay = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return (day: string): string => format.format(dateOf(day));
  };
  return {
    language,
    duration: (ms: number): string => duration(t, ms),
    date: at({ dateStyle: 'full' }),
    dateTime: at({ dateStyle: 'medium', timeStyle: 'short' }),
    time: at({ timeStyle: 'short' }),
    day: ofDay({ dateStyle: 'medium' }),
    month: ofDay({ month: 'short' }),
    weekday: ofDay({ weekday: 'short' }),
  };
}

export type Formats = ReturnType<typeof useFormats>;
