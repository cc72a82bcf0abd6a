import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, isLanguage, languages } from '../i18n';
import { isTheme, useTheme } from '../theme';
import { Menu, MenuChoice } from './Menu';

/** Appearance and language: what a person sets once. */
export function Preferences() {
  const { t } = useTranslation();
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('preferences.open')}
          className="grid size-11 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink"
        >
          <SlidersHorizontal className="size-5" aria-hidden="true" />
        </button>
      }
    >
      <PreferenceChoices />
    </Menu>
  );
}

/** The same as groups of a menu that has other items too. */
export function PreferenceChoices() {
  const { t, i18n } = useTranslation();
  const { theme, choose } = useTheme();
  return (
    <>
      <MenuChoice
        label={t('preferences.theme')}
        value={theme}
        onChoose={(value) => isTheme(value) && choose(value)}
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t(`preferences.${value}`),
        }))}
      />
      <MenuChoice
        label={t('preferences.language')}
        value={i18n.language}
        onChoose={(value) => void (isLanguage(value) && chooseLanguage(value))}
        options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}
