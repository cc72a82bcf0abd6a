import { useTranslation } from 'react-i18next';
import { useSession } from '../session-context';
import type { FailedCommand } from '../session/types';
import { chatRefusalKey } from './refusal-text';

/** What the server did not take, with the reason, to be tried again or thrown away. */
export function FailedMessages({ failed }: { failed: readonly FailedCommand[] }) {
  const { t } = useTranslation();
  const session = useSession();
  const messages = failed.filter(({ event }) => event === 'chat-send');
  if (messages.length === 0) return null;
  const buttonClass = 'min-h-9 rounded-lg px-3 text-sm font-medium hover:bg-ink/8';
  return (
    <ul className="grid gap-2 p-2">
      {messages.map(({ commandId, payload, refusal }) => (
        <li
          key={commandId}
          data-testid="chat-failed"
          className="rounded-xl bg-danger-soft px-3 py-2 text-sm wrap-anywhere"
        >
          <p className="line-clamp-4 whitespace-pre-wrap">{String(payload.text)}</p>
          <p role="alert" className="mt-1 font-medium text-danger">
            {t('chat.failed')} {t(chatRefusalKey(refusal.code), { message: refusal.message || refusal.code })}
          </p>
          <p className="-ml-3 flex gap-1">
            <button type="button" className={buttonClass} onClick={() => session.retry(commandId)}>
              {t('common.retry')}
            </button>
            <button type="button" className={buttonClass} onClick={() => session.discard(commandId)}>
              {t('chat.discard')}
            </button>
          </p>
        </li>
      ))}
    </ul>
  );
}
