import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoomViewStore } from '../../room-view';
import { useRoom, useSession } from '../../session-context';
import type { Note } from '../model';
import type { NoteStatus } from '../note-sync';
import { templateContent, type NoteTemplate } from '../templates';
import { caretUser, extensionsOf } from './extensions';
import './note.css';
import { NoteStatusLine } from './NoteStatusLine';
import { openDocument, type OpenDocument } from './open-document';
import { Toolbar } from './Toolbar';

interface NoteEditorProps {
  note: Note;
  /** What it begins with, where it is fresh. */
  template: NoteTemplate;
}

/** A note that is open: its document, for as long as it is on the screen. */
export default function NoteEditor({ note, template }: NoteEditorProps) {
  const { t } = useTranslation();
  const session = useSession();
  const roomId = useRoom((state) => state.roomId);
  const epoch = useRoom((state) => state.log?.epoch ?? '');
  const [status, setStatus] = useState<NoteStatus>('loading');
  const [opened, setOpened] = useState<OpenDocument | null>(null);
  const { noteId } = note;
  useEffect(() => {
    const close = openDocument({
      roomId,
      epoch,
      noteId,
      open: (id, listener) => session.openNote(id, listener),
      opened: setOpened,
      changed: setStatus,
    });
    return () => {
      setOpened(null);
      setStatus('loading');
      close();
    };
  }, [session, roomId, epoch, noteId]);
  if (opened === null || status === 'loading')
    return <p className="px-4 py-2 text-sm text-muted">{t('notes.status.loading')}</p>;
  return <Body key={opened.doc.guid} opened={opened} status={status} note={note} template={template} />;
}

const READ_ONLY: readonly NoteStatus[] = ['full', 'unreadable', 'gone'];

function Body({
  opened,
  status,
  note,
  template,
}: NoteEditorProps & { opened: OpenDocument; status: NoteStatus }) {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const memberId = useRoom((state) => state.self?.memberId ?? '');
  const name = useRoom((state) => state.self?.name ?? '');
  const editable = !READ_ONLY.includes(status);
  const editor = useEditor(
    {
      extensions: extensionsOf(opened, {
        placeholder: t('notes.placeholder'),
        checkLabel: (text) => t('notes.check', { text }),
        user: caretUser(memberId, name),
      }),
      injectCSS: false,
      immediatelyRender: true,
      editorProps: {
        attributes: {
          class: 'note-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': t('notes.text', { title: note.title }),
          'data-testid': 'note-text',
        },
      },
    },
    [opened],
  );
  useEffect(() => {
    editor.setEditable(editable, false);
  }, [editor, editable]);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || status !== 'saved') return;
    begun.current = true;
    const words = template === 'blank' ? '' : t(`notes.templates.${template}.text`);
    if (words !== '' && editor.isEmpty) editor.commands.setContent(templateContent(words));
    if (template !== 'blank') view.setState({ note: { noteId: note.noteId, template: 'blank' } });
    editor.commands.focus('end');
  }, [editor, status, template, note.noteId, view, t]);
  return (
    <>
      {editable && <Toolbar editor={editor} />}
      <EditorContent editor={editor} className="min-h-0 flex-1 overflow-y-auto px-4 py-3" />
      <NoteStatusLine status={status} markdown={() => editor.getMarkdown()} />
    </>
  );
}
