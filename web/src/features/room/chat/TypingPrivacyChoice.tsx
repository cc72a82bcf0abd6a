import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypingPrivacy } from './writing';

/** Whether others see that one writes. */
export function TypingPrivacyChoice() {
  const { t } = useTranslation();
  const { shown, choose } = useTypingPrivacy();
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        checked={shown}
        aria-describedby={`${id}-text`}
        data-testid="typing-privacy"
        onChange={({ target }) => choose(target.checked)}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span>
        <label htmlFor={id} className="font-medium">
          {t('chat.privacy')}
        </label>
        <span id={`${id}-text`} className="block text-sm text-muted">
          {t('chat.privacyText')}
        </span>
      </span>
    </div>
  );
}
