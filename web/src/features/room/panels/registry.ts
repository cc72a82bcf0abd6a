import type { ParseKeys, TFunction } from 'i18next';
import {
  ListTodo,
  MessageSquare,
  NotebookPen,
  Speech,
  Target,
  Timer,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { ChatPanel } from '../chat/ChatPanel';
import { chatPanelId } from '../chat/panel-id';
import { unreadMessages } from '../chat/unread';
import { waitingFor } from '../access/useWaiting';
import { GoalsPanel } from '../goals/GoalsPanel';
import { goalsPanelId } from '../goals/panel-id';
import { NotesPanel } from '../notes/NotesPanel';
import { notesPanelId } from '../notes/panel-id';
import { peoplePanelId } from '../people/panel-id';
import { PeoplePanel } from '../people/PeoplePanel';
import type { RoomSessionState } from '../session/types';
import { standupPanelId } from '../standup/panel-id';
import { StandupPanel } from '../standup/StandupPanel';
import { tasksPanelId } from '../tasks/panel-id';
import { TasksPanel } from '../tasks/TasksPanel';
import { timerPanelId } from '../timer/panel-id';
import { TimerPanel } from '../timer/TimerPanel';

/** Something that stands beside the pictures. To add one, write its body and list it here. */
export interface Panel {
  id: string;
  title: ParseKeys;
  openLabel: ParseKeys;
  closeLabel: ParseKeys;
  icon: LucideIcon;
  Body: ComponentType;
  /** The body takes the whole height and scrolls by itself. */
  filled?: boolean;
  /** There is more to see of it in a wide panel. */
  widens?: boolean;
  /** Where the toolbar is narrow, this one is opened from the menu. */
  rare?: boolean;
  /** How much in it is new, as a number on its button. */
  unread?: (state: RoomSessionState) => number;
  /** What the button says while there is something new; takes `count`. */
  unreadLabel?: 'chat.openUnread' | 'people.openWaiting';
  /** Only rooms that are for stand-ups have it, or only the others. */
  only?: 'standup' | 'other';
  /** Shown in the tooltip; the key itself is in `model/shortcuts.ts`. */
  shortcut?: string;
}

/** In the order of their buttons. */
export const panels: readonly Panel[] = [
  {
    id: chatPanelId,
    title: 'chat.title',
    openLabel: 'chat.open',
    closeLabel: 'chat.close',
    icon: MessageSquare,
    Body: ChatPanel,
    filled: true,
    unread: unreadMessages,
    unreadLabel: 'chat.openUnread',
    shortcut: 'C',
  },
  {
    id: timerPanelId,
    title: 'timer.title',
    openLabel: 'timer.open',
    closeLabel: 'timer.close',
    icon: Timer,
    Body: TimerPanel,
    rare: true,
    shortcut: 'T',
  },
  {
    id: goalsPanelId,
    title: 'goals.title',
    openLabel: 'goals.panelOpen',
    closeLabel: 'goals.panelClose',
    icon: Target,
    Body: GoalsPanel,
    rare: true,
    only: 'other',
    shortcut: 'G',
  },
  {
    id: standupPanelId,
    title: 'standup.title',
    openLabel: 'standup.open',
    closeLabel: 'standup.close',
    icon: Speech,
    Body: StandupPanel,
    rare: true,
    only: 'standup',
    shortcut: 'G',
  },
  {
    id: tasksPanelId,
    title: 'tasks.title',
    openLabel: 'tasks.open',
    closeLabel: 'tasks.close',
    icon: ListTodo,
    Body: TasksPanel,
    rare: true,
    widens: true,
    shortcut: 'B',
  },
  {
    id: notesPanelId,
    title: 'notes.title',
    openLabel: 'notes.open',
    closeLabel: 'notes.close',
    icon: NotebookPen,
    Body: NotesPanel,
    filled: true,
    rare: true,
    widens: true,
    shortcut: 'W',
  },
  {
    id: peoplePanelId,
    title: 'people.title',
    openLabel: 'people.open',
    closeLabel: 'people.close',
    icon: Users,
    Body: PeoplePanel,
    rare: true,
    unread: (state) => waitingFor(state).length,
    unreadLabel: 'people.openWaiting',
    shortcut: 'P',
  },
];

/** What a closed panel's button says, with how much is new in it. */
export function panelLabel(t: TFunction, { openLabel, unreadLabel }: Panel, unread: number): string {
  return unread > 0 && unreadLabel !== undefined ? t(unreadLabel, { count: unread }) : t(openLabel);
}
