import { useTranslation } from 'react-i18next';
import { useRoom } from '../session-context';
import { useMemberName } from './people';

/** Who writes just now. It keeps its place when nobody does, so that nothing jumps. */
export function TypingLine() {
  const { t } = useTranslation();
  const typing = useRoom((state) => state.typing);
  const nameOf = useMemberName();
  const [first, second, ...more] = typing.filter(({ where }) => where === 'chat');
  return (
    <p className="h-5 truncate px-4 text-xs text-muted" data-testid="typing-line">
      {more.length > 0
        ? t('chat.typingMany')
        : second && first
          ? t('chat.typingTwo', { first: nameOf(first.memberId), second: nameOf(second.memberId) })
          : first && t('chat.typingOne', { name: nameOf(first.memberId) })}
    </p>
  );
}
