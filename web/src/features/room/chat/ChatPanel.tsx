import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../access/permissions';
import { useRoom } from '../session-context';
import { Composer, type Writing } from './Composer';
import { LatestMessage } from './LatestMessage';
import { MessageList } from './MessageList';
import type { ChatMessage, ChatState } from './model';
import { TypingLine } from './TypingLine';

const NEW_MESSAGE: Writing = { kind: 'message' };

/** The chat: what was said, who is writing, and the field to write in. */
export function ChatPanel() {
  const { t } = useTranslation();
  const chat = useRoom((state) => state.chat);
  if (chat === null) return <p className="p-4 text-sm text-muted">{t('chat.unavailable')}</p>;
  return <Chat chat={chat} />;
}

function Chat({ chat }: { chat: ChatState }) {
  const { t } = useTranslation();
  const me = useRoom((state) => state.self?.memberId ?? null);
  const mayWrite = useRoom((state) => may('chat', state));
  const [writing, setWriting] = useState<Writing>(NEW_MESSAGE);
  const reply = useCallback((to: ChatMessage) => setWriting({ kind: 'reply', to }), []);
  const edit = useCallback((message: ChatMessage) => setWriting({ kind: 'edit', message }), []);
  const editLast = (): void => {
    const message = chat.messages.findLast(
      ({ by, messageId, deleted }) => by === me && messageId > 0 && !deleted,
    );
    if (message) edit(message);
  };
  return (
    <>
      <MessageList chat={chat} onReply={reply} onEdit={edit} />
      <LatestMessage chat={chat} />
      <TypingLine />
      {mayWrite ? (
        <Composer
          // An edit has its own text and leaves the draft alone.
          key={writing.kind === 'edit' ? writing.message.messageId : 'draft'}
          writing={writing}
          onDone={() => setWriting(NEW_MESSAGE)}
          onEditLast={editLast}
        />
      ) : (
        <p className="border-t border-line px-4 py-3 text-sm text-muted">{t('chat.ownersOnly')}</p>
      )}
    </>
  );
}
