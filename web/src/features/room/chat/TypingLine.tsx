import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../session-context';
import { useMemberNames } from './people';

/** Who writes just now. It keeps its place when nobody does, so that nothing jumps. */
export function TypingLine() {
  const { t } = useTranslation();
  const typing = useRoom((state) => state.typing);
  const writers = useMemo(
    () => typing.filter(({ where }) => where === 'chat').map(({ memberId }) => memberId),
    [typing],
  );
  const [first, second, ...more] = useMemberNames(writers);
  return (
    <p className="h-5 truncate px-4 text-xs text-muted" data-testid="typing-line">
      {more.length > 0
        ? t('chat.typingMany')
        : second !== undefined && first !== undefined
          ? t('chat.typingTwo', { first, second })
          : first !== undefined && t('chat.typingOne', { name: first })}
    </p>
  );
}
