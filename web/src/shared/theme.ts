import { z } from './schema';
import { create } from 'zustand';
import { readStored, writeStored } from './storage';

const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'focusly.theme';
const schema = z.enum(themes);

interface ThemeStore {
  theme: Theme;
  choose: (theme: Theme) => void;
}

export const useTheme = create<ThemeStore>((set) => ({
  theme: readStored(key, schema, 'system'),
  choose: (theme) => {
    writeStored(key, theme);
    apply(theme);
    set({ theme });
  },
}));

/** The system's own preference is left to CSS. */
function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function applyStoredTheme(): void {
  apply(useTheme.getState().theme);
}

export function isTheme(value: string): value is Theme {
  return schema.safeParse(value).success;
}
