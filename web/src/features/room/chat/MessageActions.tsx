import { Copy, Ellipsis, Pencil, Reply, SmilePlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { Modal } from '@/shared/ui/Modal';
import { useRoom, useSession } from '../session-context';
import { EmojiPicker } from './EmojiPicker';
import type { ChatMessage } from './model';

interface MessageActionsProps {
  message: ChatMessage;
  name: string;
  onReply: (message: ChatMessage) => void;
  onEdit: (message: ChatMessage) => void;
}

const buttonClass = 'grid size-8 place-items-center rounded-lg text-muted hover:bg-ink/8 hover:text-ink';

/** What can be done with a message: seen where the pointer or the focus is, and always where there is no pointer. */
export function MessageActions({ message, name, onReply, onEdit }: MessageActionsProps) {
  const { t } = useTranslation();
  const session = useSession();
  const self = useRoom((state) => state.self);
  const [deleting, setDeleting] = useState(false);
  const focusGoesOn = useRef(false);
  const goOn = (to: () => void): void => {
    focusGoesOn.current = true;
    to();
  };
  const mine = message.by === self?.memberId;
  const mayDelete = mine || self?.role === 'owner';
  const { messageId, text } = message;
  return (
    <div className="absolute -top-3.5 right-2 flex rounded-xl border border-line bg-raised opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-[state=open]:opacity-100 pointer-coarse:opacity-100">
      <EmojiPicker
        label={t('chat.react', { name })}
        onChoose={(emoji) => void session.send('chat-react', { messageId, emoji, on: true })}
        trigger={
          <button type="button" aria-label={t('chat.react', { name })} className={buttonClass}>
            <SmilePlus className="size-4" aria-hidden="true" />
          </button>
        }
      />
      <Menu
        onCloseAutoFocus={(event) => {
          // The field takes the focus, and the menu would take it back.
          if (focusGoesOn.current) event.preventDefault();
          focusGoesOn.current = false;
        }}
        trigger={
          <button
            type="button"
            aria-label={t('chat.actions', { name })}
            data-testid="chat-actions"
            className={buttonClass}
          >
            <Ellipsis className="size-4" aria-hidden="true" />
          </button>
        }
      >
        <MenuItem onSelect={() => goOn(() => onReply(message))}>
          <Reply className="size-4" aria-hidden="true" />
          {t('chat.reply')}
        </MenuItem>
        {mine && (
          <MenuItem onSelect={() => goOn(() => onEdit(message))}>
            <Pencil className="size-4" aria-hidden="true" />
            {t('chat.edit')}
          </MenuItem>
        )}
        {'clipboard' in navigator && (
          <MenuItem onSelect={() => void navigator.clipboard.writeText(text)}>
            <Copy className="size-4" aria-hidden="true" />
            {t('chat.copyText')}
          </MenuItem>
        )}
        {mayDelete && (
          <MenuItem onSelect={() => setDeleting(true)}>
            <Trash2 className="size-4" aria-hidden="true" />
            {t('chat.delete')}
          </MenuItem>
        )}
      </Menu>
      <Modal
        open={deleting}
        onOpenChange={setDeleting}
        title={t('chat.deleteTitle')}
        description={t('chat.deleteText')}
      >
        <p className="mb-4 line-clamp-4 rounded-lg bg-sunken px-3 py-2 text-sm wrap-anywhere">{text}</p>
        <div className="flex justify-end gap-2">
          <Button onClick={() => setDeleting(false)}>{t('common.cancel')}</Button>
          <Button
            kind="danger"
            data-testid="chat-delete-confirm"
            onClick={() => {
              setDeleting(false);
              void session.send('chat-delete', { messageId });
            }}
          >
            {t('chat.delete')}
          </Button>
        </div>
      </Modal>
    </div>
  );
}
