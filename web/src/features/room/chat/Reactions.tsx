import { useTranslation } from 'react-i18next';
import { useRoom, useSession } from '../session-context';
import type { ChatMessage } from './model';
import { useMemberNames } from './people';

/** Who reacted with what; a click joins in or takes it back. */
export function Reactions({ message }: { message: ChatMessage }) {
  const entries = Object.entries(message.reactions);
  if (entries.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1 py-1">
      {entries.map(([emoji, members]) => (
        <Reaction key={emoji} messageId={message.messageId} emoji={emoji} members={members} />
      ))}
    </div>
  );
}

interface ReactionProps {
  messageId: number;
  emoji: string;
  members: readonly string[];
}

function Reaction({ messageId, emoji, members }: ReactionProps) {
  const { t } = useTranslation();
  const session = useSession();
  const mine = useRoom(({ self }) => self !== null && members.includes(self.memberId));
  const names = useMemberNames(members).join(', ');
  return (
    <button
      type="button"
      data-testid="chat-reaction"
      aria-pressed={mine}
      aria-label={t('chat.reaction', { emoji, count: members.length, names })}
      title={names}
      onClick={() => void session.send('chat-react', { messageId, emoji, on: !mine })}
      className={`flex h-7 items-center gap-1 rounded-full border px-2 text-sm ${
        mine ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:border-control'
      }`}
    >
      {emoji} <span className="text-xs font-semibold">{members.length}</span>
    </button>
  );
}
