import { Check, SendHorizontal, Smile, X } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom, useSession } from '../session-context';
import { EmojiPicker } from './EmojiPicker';
import { MentionMenu } from './MentionMenu';
import { mentionedIn } from './mentions';
import type { ChatMessage } from './model';
import { useMemberName, useOthers } from './people';
import { leftNearEnd } from './text-length';
import { useGrowingField } from './useGrowingField';
import { useMentionMenu } from './useMentionMenu';
import { useTyping } from './useTyping';
import { drafts } from './writing';

/** What is being written: a message, an answer to one, or one's own message anew. */
export type Writing =
  { kind: 'message' } | { kind: 'reply'; to: ChatMessage } | { kind: 'edit'; message: ChatMessage };

interface ComposerProps {
  writing: Writing;
  onDone: () => void;
  onEditLast: () => void;
}

const iconButton =
  'grid size-10 shrink-0 place-items-center rounded-xl text-muted hover:bg-ink/8 hover:text-ink';

/** The field below the messages. Enter sends, Shift+Enter begins a new line, arrow up changes the last message. */
export function Composer({ writing, onDone, onEditLast }: ComposerProps) {
  const { t } = useTranslation();
  const session = useSession();
  const roomId = useRoom((state) => state.roomId);
  const people = useOthers();
  const tellTyping = useTyping();
  const listId = useId();
  const [text, setText] = useState(
    writing.kind === 'edit' ? writing.message.text : (drafts.read(roomId) ?? ''),
  );
  const [caret, setCaret] = useState(text.length);
  const { field, putCaret } = useGrowingField(text, writing.kind);
  const change = (after: string, at: number): void => {
    setText(after);
    setCaret(at);
    if (writing.kind !== 'edit') drafts.write(roomId, after === '' ? null : after);
    tellTyping(after.trim() !== '');
  };
  const insert = (after: string, at: number): void => {
    putCaret(at);
    change(after, at);
  };
  const mentions = useMentionMenu(people, text, caret, insert);

  const left = leftNearEnd(text);
  const sendable = text.trim() !== '' && (left === null || left >= 0);
  const send = (): void => {
    if (!sendable) return;
    submit();
    change('', 0);
    onDone();
  };
  const submit = (): void => {
    const said = text.trim();
    if (writing.kind === 'edit') {
      const { messageId } = writing.message;
      if (said !== writing.message.text) void session.send('chat-edit', { messageId, text: said });
      return;
    }
    const mentioned = mentionedIn(said, people);
    void session.send('chat-send', {
      text: said,
      ...(writing.kind === 'reply' && { replyTo: writing.to.messageId }),
      ...(mentioned.length > 0 && { mentions: mentioned }),
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter also ends the composition of a character.
    if (event.nativeEvent.isComposing) return;
    if (mentions.onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && writing.kind !== 'message') {
      event.preventDefault();
      event.stopPropagation();
      onDone();
    } else if (event.key === 'ArrowUp' && text === '' && writing.kind === 'message') {
      event.preventDefault();
      onEditLast();
    }
  };

  return (
    <form
      className="relative border-t border-line p-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <WritingLine writing={writing} onCancel={onDone} />
      {mentions.choices.length > 0 && <MentionMenu id={listId} menu={mentions} />}
      <div className="flex items-end gap-1 rounded-2xl border border-line bg-surface focus-within:border-control">
        <EmojiPicker
          label={t('chat.emoji')}
          onChoose={(emoji) => insert(text.slice(0, caret) + emoji + text.slice(caret), caret + emoji.length)}
          trigger={
            <button type="button" aria-label={t('chat.emoji')} className={iconButton}>
              <Smile className="size-5" aria-hidden="true" />
            </button>
          }
        />
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={t('chat.field')}
          placeholder={t('chat.placeholder')}
          data-testid="chat-field"
          aria-autocomplete="list"
          aria-invalid={left !== null && left < 0}
          {...(mentions.choices.length > 0 && {
            'aria-controls': listId,
            'aria-activedescendant': `${listId}-${mentions.active}`,
          })}
          className="max-h-40 min-h-10 min-w-0 flex-1 resize-none bg-transparent py-2 outline-none placeholder:text-muted"
          onChange={({ target }) => change(target.value, target.selectionStart)}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onBlur={() => tellTyping(false)}
          onKeyDown={onKeyDown}
        />
        <button
          type="submit"
          disabled={!sendable}
          aria-label={writing.kind === 'edit' ? t('chat.save') : t('chat.send')}
          data-testid="chat-send"
          className={`${iconButton} not-disabled:text-accent disabled:opacity-50`}
        >
          {writing.kind === 'edit' ? (
            <Check className="size-5" aria-hidden="true" />
          ) : (
            <SendHorizontal className="size-5" aria-hidden="true" />
          )}
        </button>
      </div>
      {left !== null && (
        <p
          role="status"
          className={`px-2 pt-1 text-right text-xs ${left < 0 ? 'font-medium text-danger' : 'text-muted'}`}
        >
          {left < 0 ? t('chat.tooLong', { count: -left }) : t('chat.left', { count: left })}
        </p>
      )}
    </form>
  );
}

function WritingLine({ writing, onCancel }: { writing: Writing; onCancel: () => void }) {
  const { t } = useTranslation();
  const reply = writing.kind === 'reply';
  const name = useMemberName(reply ? writing.to.by : '', reply ? writing.to.name : '');
  if (writing.kind === 'message') return null;
  return (
    <p className="flex items-center gap-2 pb-1 pl-2 text-xs text-muted">
      <span className="min-w-0 flex-1 truncate">
        {reply ? t('chat.replyTo', { name }) : t('chat.editing')}
      </span>
      <button
        type="button"
        aria-label={reply ? t('chat.cancelReply') : t('chat.cancelEdit')}
        onClick={onCancel}
        className="grid size-8 place-items-center rounded-lg hover:bg-ink/8"
      >
        <X className="size-4" aria-hidden="true" />
      </button>
    </p>
  );
}
