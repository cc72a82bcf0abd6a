import { useTranslation } from 'react-i18next';
import { useRoom, useSession } from '../session-context';
import type { ChatMessage } from './model';
import { useMemberName } from './people';

/** Who reacted with what; a click joins in or takes it back. */
export function Reactions({ message }: { message: ChatMessage }) {
  const { t } = useTranslation();
  const session = useSession();
  const nameOf = useMemberName();
  const me = useRoom((state) => state.self?.memberId ?? null);
  const entries = Object.entries(message.reactions);
  if (entries.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1 py-1">
      {entries.map(([emoji, members]) => {
        const mine = me !== null && members.includes(me);
        const names = members.map((memberId) => nameOf(memberId)).join(', ');
        return (
          <button
            key={emoji}
            type="button"
            data-testid="chat-reaction"
            aria-pressed={mine}
            aria-label={t('chat.reaction', { emoji, count: members.length, names })}
            title={names}
            onClick={() =>
              void session.send('chat-react', { messageId: message.messageId, emoji, on: !mine })
            }
            className={`flex h-7 items-center gap-1 rounded-full border px-2 text-sm ${
              mine ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:border-control'
            }`}
          >
            {emoji} <span className="text-xs font-semibold">{members.length}</span>
          </button>
        );
      })}
    </div>
  );
}
