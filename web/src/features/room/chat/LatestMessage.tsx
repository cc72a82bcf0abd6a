import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../session-context';
import type { ChatState } from './model';
import { useMemberName } from './people';

/** Reads new messages of others out to those who do not see them; silent about what was there before. */
export function LatestMessage({ chat }: { chat: ChatState }) {
  const { t } = useTranslation();
  const me = useRoom((state) => state.self?.memberId ?? null);
  const latest = chat.messages.findLast(
    ({ messageId, by, deleted }) => messageId > 0 && by !== me && !deleted,
  );
  const name = useMemberName(latest?.by ?? '', latest?.name);
  const [silentUpTo] = useState(latest?.messageId ?? 0);
  return (
    <p aria-live="polite" className="sr-only" data-testid="chat-announcer">
      {latest !== undefined && latest.messageId > silentUpTo && t('chat.said', { name, text: latest.text })}
    </p>
  );
}
