import type { ParseKeys } from 'i18next';
import { Users, type LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import { peoplePanelId } from './people-id';
import { PeoplePanel } from './PeoplePanel';

/** Something that stands beside the pictures. To add one, write its body and list it here. */
export interface Panel {
  id: string;
  title: ParseKeys;
  openLabel: ParseKeys;
  closeLabel: ParseKeys;
  icon: LucideIcon;
  Body: ComponentType;
  /** Shown in the tooltip; the key itself is in `model/shortcuts.ts`. */
  shortcut?: string;
}

/** In the order of their buttons. */
export const panels: readonly Panel[] = [
  {
    id: peoplePanelId,
    title: 'people.title',
    openLabel: 'people.open',
    closeLabel: 'people.close',
    icon: Users,
    Body: PeoplePanel,
    shortcut: 'P',
  },
];
