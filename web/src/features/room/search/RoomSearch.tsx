import { MessageSquare, NotebookPen, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finds } from '@/realtime/schemas-search';
import { chatPanelId } from '../chat/panel-id';
import { useChatTimes } from '../chat/times';
import { notesPanelId } from '../notes/panel-id';
import { openPanel, useRoomViewStore } from '../room-view';
import { TEXT_MAX, useSearch } from './useSearch';

/** Looks for a text in what the room wrote, and goes to where it is. */
export function RoomSearch() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const search = useSearch(text);
  return (
    <div className="grid gap-4">
      <input
        type="search"
        value={text}
        maxLength={TEXT_MAX}
        autoComplete="off"
        enterKeyHint="search"
        placeholder={t('search.placeholder')}
        aria-label={t('search.field')}
        onChange={({ target }) => setText(target.value)}
        data-testid="search-field"
        className="min-h-11 rounded-xl border border-control bg-surface px-3"
      />
      <div role="status" className="text-sm text-muted empty:hidden" data-testid="search-status">
        {search.state === 'searching' && t('search.searching')}
        {search.state === 'failed' && t('search.failed')}
        {search.state === 'found' && <Outcome text={search.text} finds={search.finds} />}
      </div>
      {search.state === 'found' && <FoundList finds={search.finds} />}
    </div>
  );
}

function Outcome({ text, finds }: { text: string; finds: Finds }) {
  const { t } = useTranslation();
  const count = finds.notes.length + finds.chat.length;
  return (
    <>
      {count === 0 ? t('search.nothing', { text }) : t('search.found', { count })}
      {finds.more && ` ${t('search.more')}`}
    </>
  );
}

function FoundList({ finds }: { finds: Finds }) {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const times = useChatTimes();
  return (
    <>
      {finds.notes.length > 0 && (
        <Group title={t('search.notes')}>
          {finds.notes.map(({ noteId, title, excerpt }) => (
            <Found
              key={noteId}
              icon={NotebookPen}
              head={title}
              excerpt={excerpt}
              onOpen={() =>
                view.setState((state) => ({
                  ...openPanel(state, notesPanelId),
                  note: { noteId, template: 'blank' },
                  dialog: null,
                }))
              }
            />
          ))}
        </Group>
      )}
      {finds.chat.length > 0 && (
        <Group title={t('search.chat')}>
          {finds.chat.map(({ messageId, at, name, excerpt }) => (
            <Found
              key={messageId}
              icon={MessageSquare}
              head={[name, times.full(at)].filter((part) => part !== '').join(' · ')}
              excerpt={excerpt}
              onOpen={() =>
                view.setState((state) => ({
                  ...openPanel(state, chatPanelId),
                  message: messageId,
                  dialog: null,
                }))
              }
            />
          ))}
        </Group>
      )}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1.5">
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul className="grid gap-1.5">{children}</ul>
    </section>
  );
}

interface FoundProps {
  icon: LucideIcon;
  head: string;
  excerpt: string;
  onOpen: () => void;
}

function Found({ icon: Icon, head, excerpt, onOpen }: FoundProps) {
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        data-testid="found"
        className="flex w-full items-start gap-2.5 rounded-xl border border-line bg-surface px-3 py-2 text-left hover:border-control"
      >
        <Icon className="mt-0.5 size-4.5 shrink-0 text-muted" aria-hidden="true" />
        <span className="grid min-w-0 gap-0.5">
          <span className="truncate text-sm font-medium">{head}</span>
          <span className="text-sm break-words text-muted">{excerpt}</span>
        </span>
      </button>
    </li>
  );
}
