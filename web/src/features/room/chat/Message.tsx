import { Clock, CornerUpLeft } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/shared/ui/Avatar';
import { useRoom } from '../session-context';
import { Markup } from './Markup';
import { MessageActions } from './MessageActions';
import type { ChatMessage } from './model';
import { useMemberName, useMemberNames } from './people';
import { Reactions } from './Reactions';
import { useChatTimes } from './times';

interface MessageProps {
  rowKey: string;
  message: ChatMessage;
  /** The first of its group says whose they are. */
  opens: boolean;
  flashed: boolean;
  onFlashed: () => void;
  onJump: (messageId: number) => Promise<void>;
  onReply: (message: ChatMessage) => void;
  onEdit: (message: ChatMessage) => void;
}

export const Message = memo(function Message({
  rowKey,
  message,
  opens,
  flashed,
  onFlashed,
  onJump,
  onReply,
  onEdit,
}: MessageProps) {
  const { t } = useTranslation();
  const times = useChatTimes();
  const me = useRoom((state) => state.self?.memberId ?? null);
  const { by, at, pending, deleted, editedAt, replyTo, mentions } = message;
  const name = useMemberName(by, message.name);
  const mentioned = useMemberNames(mentions);
  const marked = useMemo(() => mentioned.map((each) => `@${each}`), [mentioned]);
  const mentionsMe = me !== null && mentions.includes(me);
  return (
    <li
      data-key={rowKey}
      data-testid="chat-message"
      data-pending={pending !== null}
      // Where a jump arrives, the keyboard goes on from there.
      tabIndex={-1}
      onAnimationEnd={onFlashed}
      className={`group relative grid grid-cols-[2.25rem_1fr] gap-x-2.5 rounded-lg px-2 py-0.5 hover:bg-ink/4 ${
        opens ? 'mt-2' : ''
      } ${mentionsMe ? 'bg-warn-soft' : ''} ${flashed ? 'animate-flash' : ''}`}
    >
      {opens ? (
        <Avatar name={name} seed={by} className="mt-0.5 size-9 text-sm" />
      ) : (
        <time
          dateTime={new Date(at).toISOString()}
          className="pt-1 text-right text-[0.65rem] text-muted opacity-0 group-hover:opacity-100"
        >
          {times.time(at)}
        </time>
      )}
      <div className="min-w-0 text-[0.95rem]">
        {opens && (
          <p className="flex items-baseline gap-2">
            <span className="truncate font-semibold">{name}</span>
            <time dateTime={new Date(at).toISOString()} className="shrink-0 text-xs text-muted">
              {times.time(at)}
            </time>
          </p>
        )}
        {replyTo !== null && !deleted && (
          <Quote messageId={replyTo} onJump={(original) => void onJump(original)} />
        )}
        {deleted ? (
          <p className="text-muted italic">{t('chat.deleted')}</p>
        ) : (
          <Markup text={message.text} marked={marked} />
        )}
        {editedAt !== null && !deleted && (
          <span className="text-xs text-muted" title={t('chat.editedAt', { when: times.full(editedAt) })}>
            ({t('chat.edited')})
          </span>
        )}
        {pending !== null && (
          <p className="flex items-center gap-1 text-xs text-muted">
            <Clock className="size-3" aria-hidden="true" />
            {t('chat.pending')}
          </p>
        )}
        {!deleted && <Reactions message={message} />}
      </div>
      {!deleted && message.messageId > 0 && (
        <MessageActions message={message} name={name} onReply={onReply} onEdit={onEdit} />
      )}
    </li>
  );
});

function Quote({ messageId, onJump }: { messageId: number; onJump: (messageId: number) => void }) {
  const { t } = useTranslation();
  const original = useRoom((state) =>
    state.chat?.messages.find((message) => message.messageId === messageId),
  );
  const name = useMemberName(original?.by ?? '', original?.name);
  return (
    <button
      type="button"
      onClick={() => onJump(messageId)}
      className="mb-0.5 flex w-full min-w-0 items-center gap-1.5 rounded-md border-l-3 border-control py-0.5 pl-2 text-left text-xs text-muted hover:bg-ink/8"
      data-testid="chat-quote"
    >
      <CornerUpLeft className="size-3 shrink-0" aria-hidden="true" />
      <span className="truncate">
        {original
          ? t('chat.replied', {
              name,
              text: original.deleted ? t('chat.deleted') : original.text,
            })
          : t('chat.original')}
      </span>
    </button>
  );
}
