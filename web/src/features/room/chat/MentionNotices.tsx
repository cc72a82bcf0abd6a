import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoomViewStore } from '../room-view';
import { useSession } from '../session-context';
import { chatPanelId } from './panel-id';

const TEXT_MAX = 120;

/** Tells that somebody mentioned us while the chat is closed. */
export function MentionNotices() {
  const { t } = useTranslation();
  const session = useSession();
  const view = useRoomViewStore();
  useEffect(
    () =>
      session.store.subscribe(({ chat, self }, before) => {
        if (chat === before.chat || chat === null || before.chat === null || self === null) return;
        if (view.getState().panels.includes(chatPanelId)) return;
        const known = before.chat.messages.findLast(({ messageId }) => messageId > 0)?.messageId ?? 0;
        const mention = chat.messages.findLast(
          ({ messageId, by, mentions }) =>
            messageId > Math.max(known, chat.read) &&
            by !== self.memberId &&
            mentions.includes(self.memberId),
        );
        if (mention === undefined) return;
        const text = Array.from(mention.text).slice(0, TEXT_MAX).join('');
        session.notify({
          code: 'mentioned',
          message: t('chat.mentioned', { name: mention.name || t('room.unnamed'), text }),
        });
      }),
    [session, view, t],
  );
  return null;
}
