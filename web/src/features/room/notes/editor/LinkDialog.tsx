import type { Editor } from '@tiptap/core';
import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/Button';
import { Modal } from '@/shared/ui/Modal';
import { SAFE_ADDRESS } from './extensions';

/** Asks where the selected text leads to. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const before = String(editor.getAttributes('link').href ?? '');
  const [address, setAddress] = useState(before);
  const [wrong, setWrong] = useState(false);
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const given = address.trim();
    const href = /^[a-z][a-z\d+.-]*:/i.test(given) ? given : `https://${given}`;
    if (!SAFE_ADDRESS.test(href) || !URL.canParse(href)) {
      setWrong(true);
      return;
    }
    const { empty } = editor.state.selection;
    const chain = editor.chain().focus().extendMarkRange('link');
    if (empty && before === '')
      chain.insertContent({ type: 'text', text: given, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onClose();
  };
  return (
    <Modal open onOpenChange={onClose} title={t('notes.link.title')}>
      <form className="grid gap-3" noValidate onSubmit={save}>
        <input
          value={address}
          inputMode="url"
          autoComplete="off"
          aria-label={t('notes.link.address')}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-problem` : undefined}
          placeholder="https://"
          onChange={({ target }) => setAddress(target.value)}
          data-testid="note-link"
          className="min-h-11 rounded-xl border border-control bg-surface px-3 aria-invalid:border-danger"
        />
        {wrong && (
          <p id={`${id}-problem`} role="alert" className="text-sm text-danger">
            {t('notes.link.wrong')}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          {before !== '' && (
            <Button
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
                onClose();
              }}
            >
              {t('notes.link.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('notes.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
