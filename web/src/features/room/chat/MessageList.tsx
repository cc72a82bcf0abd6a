import { ArrowDown, MessageSquare } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoomView, useRoomViewStore } from '../room-view';
import { useRoom, useSession } from '../session-context';
import { FailedMessages } from './FailedMessages';
import { Message } from './Message';
import type { ChatMessage, ChatState } from './model';
import { rowsOf } from './rows';
import { useChatTimes } from './times';
import { useMarkRead } from './useMarkRead';
import { useMessageWindow } from './useMessageWindow';

/** A jump looks this far back; who wants more scrolls. */
const JUMP_PAGES_MAX = 20;

export interface MessageChoices {
  onReply: (message: ChatMessage) => void;
  onEdit: (message: ChatMessage) => void;
}

export function MessageList({ chat, onReply, onEdit }: { chat: ChatState } & MessageChoices) {
  const { t } = useTranslation();
  const session = useSession();
  const me = useRoom((state) => state.self?.memberId ?? null);
  const failed = useRoom((state) => state.failed);
  const times = useChatTimes();
  const [newSince] = useState(chat.read);
  const view = useMessageWindow(chat, () => session.loadOlderMessages());
  const { atEnd, reveal, scroller } = view;
  const [flashed, setFlashed] = useState<number | null>(null);
  useMarkRead(chat, atEnd);

  const jumpTo = useCallback(
    async (messageId: number): Promise<void> => {
      for (
        let page = 0;
        page < JUMP_PAGES_MAX && !isLoaded(session.store.getState().chat, messageId);
        page += 1
      )
        if (!(await session.loadOlderMessages())) break;
      if (isLoaded(session.store.getState().chat, messageId)) setFlashed(messageId);
      else session.notify({ code: 'too-far-back', message: t('chat.tooFarBack') });
    },
    [session, t],
  );

  const roomView = useRoomViewStore();
  const wanted = useRoomView((state) => state.message);
  useEffect(() => {
    if (wanted === null) return;
    roomView.setState({ message: null });
    queueMicrotask(() => void jumpTo(wanted));
  }, [roomView, wanted, jumpTo]);

  const endFlash = useCallback(() => setFlashed(null), []);
  const revealed = useRef<number | null>(null);
  useEffect(() => {
    if (flashed === null) {
      revealed.current = null;
      return;
    }
    if (revealed.current === flashed) return;
    reveal(flashed);
    const element = scroller.current?.querySelector<HTMLElement>(`[data-key="message-${flashed}"]`);
    if (!element) return;
    revealed.current = flashed;
    element.scrollIntoView({ block: 'center' });
    element.focus();
  });

  if (chat.messages.length === 0 && failed.length === 0 && !chat.more) return <Empty />;
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        onScroll={view.onScroll}
        role="region"
        aria-label={t('chat.messages')}
        // A region that scrolls is reached by keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-testid="chat-messages"
        className="relative h-full overflow-y-auto overscroll-contain px-2 pb-2 [overflow-anchor:none]"
      >
        <div className="grid place-items-center p-2 text-xs text-muted">
          {view.loading ? (
            t('chat.loadingOlder')
          ) : view.earlier ? (
            <button
              type="button"
              onClick={view.showEarlier}
              className="min-h-9 rounded-lg px-3 font-medium hover:bg-ink/8"
            >
              {t('chat.loadOlder')}
            </button>
          ) : (
            t('chat.begin')
          )}
        </div>
        <ol>
          {rowsOf(view.shown, newSince, me).map((row) =>
            row.kind === 'message' ? (
              <Message
                key={row.key}
                rowKey={row.key}
                message={row.message}
                opens={row.opens}
                flashed={row.message.messageId === flashed}
                onFlashed={endFlash}
                onJump={jumpTo}
                onReply={onReply}
                onEdit={onEdit}
              />
            ) : (
              <Line
                key={row.key}
                emphasis={row.kind === 'new'}
                text={row.kind === 'new' ? t('chat.newLine') : times.day(row.at)}
              />
            ),
          )}
        </ol>
        <FailedMessages failed={failed} />
      </div>
      {!atEnd && (
        <button
          type="button"
          aria-label={t('chat.toEnd')}
          onClick={view.toEnd}
          className="absolute right-4 bottom-3 grid size-10 place-items-center rounded-full border border-line bg-raised shadow-lift hover:border-control"
        >
          <ArrowDown className="size-5" aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function isLoaded(chat: ChatState | null, wanted: number): boolean {
  return chat?.messages.some(({ messageId }) => messageId === wanted) ?? false;
}

function Line({ text, emphasis }: { text: string; emphasis: boolean }) {
  return (
    <li
      data-testid={emphasis ? 'chat-new-line' : 'chat-day'}
      className={`flex items-center gap-3 px-2 py-2 text-xs font-semibold before:h-px before:flex-1 before:bg-current before:opacity-25 after:h-px after:flex-1 after:bg-current after:opacity-25 ${
        emphasis ? 'text-danger' : 'text-muted'
      }`}
    >
      {text}
    </li>
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <div className="grid min-h-40 flex-1 place-content-center justify-items-center gap-2 px-6 text-center">
      <MessageSquare className="size-8 text-muted" aria-hidden="true" />
      <p className="font-semibold">{t('chat.empty')}</p>
      <p className="text-sm text-muted">{t('chat.emptyText')}</p>
    </div>
  );
}
