import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { z } from '../schema';
import { readStored, writeStored } from '../storage';
import { de } from './de';
import { en } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

const key = 'focusly.language';
const schema = z.enum(['en', 'de']);

/** The first language of the browser that we speak. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const known = schema.safeParse(tag.toLowerCase().split('-')[0]);
    if (known.success) return known.data;
  }
  return 'en';
}

export function isLanguage(value: string): value is Language {
  return schema.safeParse(value).success;
}

export async function chooseLanguage(language: Language): Promise<void> {
  writeStored(key, language);
  await i18next.changeLanguage(language);
}

/** Both languages come with the page, so this settles before anything is drawn. */
export async function startTranslations(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next.use(initReactI18next).init({
    lng: readStored(key, schema, languageOf(navigator.languages)),
    fallbackLng: 'en',
    resources: { en: { translation: en }, de: { translation: de } },
    // React escapes already.
    interpolation: { escapeValue: false },
  });
}
