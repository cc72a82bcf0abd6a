import { getSchema } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { Component, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoomViewStore } from '../../room-view';
import { useRoom, useSession } from '../../session-context';
import type { Note } from '../model';
import type { NoteStatus } from '../note-sync';
import { templateContent, type NoteTemplate } from '../templates';
import { isKnown } from './content-guard';
import { caretUser, extensionsOf } from './extensions';
import './note.css';
import { NoteStatusLine } from './NoteStatusLine';
import { discardDocument, openDocument, type OpenDocument } from './open-document';
import { Toolbar } from './Toolbar';

/** So often is an editor made anew that could not show what others wrote. */
const ATTEMPTS_MAX = 5;

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
  const [attempt, setAttempt] = useState(0);
  const [discarded, setDiscarded] = useState(0);
  const { noteId } = note;
  const place = useMemo(() => ({ roomId, epoch, session }), [roomId, epoch, session]);
  useEffect(() => {
    const close = openDocument(place, noteId, {
      opened: setOpened,
      changed: setStatus,
      failed: () => setAttempt((before) => before + 1),
    });
    return () => {
      setOpened(null);
      setStatus('loading');
      setAttempt(0);
      close();
    };
  }, [place, noteId, discarded]);
  if (opened === null || status === 'loading')
    return <p className="px-4 py-2 text-sm text-muted">{t('notes.status.loading')}</p>;
  const unshowable = <p className="px-4 py-2 text-sm">{t('notes.unshowable')}</p>;
  if (attempt > ATTEMPTS_MAX) return unshowable;
  return (
    <Unbroken key={`${opened.doc.guid} ${String(attempt)}`} otherwise={unshowable}>
      <Known
        opened={opened}
        status={status}
        note={note}
        template={template}
        onDiscard={() => {
          discardDocument(place, noteId);
          setDiscarded((before) => before + 1);
        }}
      />
    </Unbroken>
  );
}

/** What cannot be drawn is not the end of the room. */
class Unbroken extends Component<{ otherwise: ReactNode; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.otherwise : this.props.children;
  }
}

interface BodyProps extends NoteEditorProps {
  opened: OpenDocument;
  status: NoteStatus;
  onDiscard: () => void;
}

/** The editor gets to see only what it knows: what it does not know it would delete. */
function Known(props: BodyProps) {
  const { t } = useTranslation();
  const { opened } = props;
  const [strange, setStrange] = useState(() => {
    const schema = getSchema(extensionsOf(opened, { ...NOTHING_SHOWN, onStrange: () => undefined }));
    return !isKnown(opened.doc.getXmlFragment('default'), schema);
  });
  if (strange) return <p className="px-4 py-2 text-sm">{t('notes.strange')}</p>;
  return <Body {...props} onStrange={() => setStrange(true)} />;
}

const NOTHING_SHOWN = {
  placeholder: '',
  checkLabel: (text: string) => text,
  user: { name: '', memberId: '', color: '#000000' },
};

const READ_ONLY: readonly NoteStatus[] = ['full', 'overfull', 'unreadable', 'gone'];

function Body({
  opened,
  status,
  note,
  template,
  onDiscard,
  onStrange,
}: BodyProps & { onStrange: () => void }) {
  const { t } = useTranslation();
  const view = useRoomViewStore();
  const memberId = useRoom((state) => state.self?.memberId ?? '');
  const name = useRoom((state) => state.self?.name ?? '');
  const full = status === 'full' || status === 'overfull';
  const [shortening, setShortening] = useState(false);
  const editable = !READ_ONLY.includes(status) || (full && shortening);
  const editor = useEditor(
    {
      extensions: extensionsOf(opened, {
        placeholder: t('notes.placeholder'),
        checkLabel: (text) => t('notes.check', { text }),
        user: caretUser(memberId, name),
        onStrange,
      }),
      injectCSS: false,
      immediatelyRender: true,
      autofocus: 'end',
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
    if (words !== '' && editor.isEmpty) {
      editor.commands.setContent(templateContent(words));
      editor.commands.focus('end');
    }
    if (template !== 'blank') view.setState({ note: { noteId: note.noteId, template: 'blank' } });
  }, [editor, status, template, note.noteId, view, t]);
  return (
    <>
      {editable && <Toolbar editor={editor} />}
      <EditorContent editor={editor} className="min-h-0 flex-1 overflow-y-auto px-4 py-3" />
      <NoteStatusLine
        status={status}
        markdown={() => editor.getMarkdown()}
        onShorten={full && !shortening ? () => setShortening(true) : null}
        onDiscard={status === 'overfull' ? onDiscard : null}
      />
    </>
  );
}
