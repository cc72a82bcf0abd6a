import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { unsentNotes } from '@/shared/kept/kept-notes';
import { FakeConnection, FakeNoteServer } from '../testing/fake-note-server';
import {
  discardDocument,
  openDocument,
  sendUnsent,
  type DocumentUser,
  type NotePlace,
} from './open-document';

/** In a browser that keeps nothing, as there is no database. */
let server: FakeNoteServer;
let connection: FakeConnection;
let place: NotePlace;
let shown: Y.Doc | null;

const user: DocumentUser = {
  opened: ({ doc }) => (shown = doc),
  changed: () => undefined,
  failed: () => undefined,
};

const write = (text: string): void => shown?.getXmlFragment('default').insert(0, [new Y.XmlText(text)]);

async function settle(): Promise<void> {
  do await vi.advanceTimersByTimeAsync(0);
  while (server.step());
}

describe('a document that is closed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    server = new FakeNoteServer();
    connection = new FakeConnection(server);
    place = { roomId: 'abc', epoch: 'e', session: { openNote: (_, listener) => connection.open(listener) } };
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function open(): Promise<() => void> {
    const close = openDocument(place, 4, user);
    await vi.advanceTimersByTimeAsync(0);
    connection.connect();
    await settle();
    return close;
  }

  it('sends first what was written', async () => {
    const close = await open();
    write('last words');
    close();
    expect(unsentNotes('abc', 'e')).toEqual([4]);
    await settle();
    expect(server.doc.getXmlFragment('default').toJSON()).toBe('last words');
    expect(unsentNotes('abc', 'e')).toEqual([]);
    expect(connection.listener).toBeNull();
  });

  it('is the same when it is opened again meanwhile', async () => {
    const close = await open();
    write('last words');
    const before = shown;
    close();
    openDocument(place, 4, user);
    expect(shown).toBe(before);
    await settle();
    expect(connection.listener).not.toBeNull();
  });

  it('is given up when there is no way for long, and is known not to be sent', async () => {
    const close = await open();
    connection.disconnect();
    write('last words');
    close();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(connection.listener).toBeNull();
    expect(unsentNotes('abc', 'e')).toEqual([4]);
    connection.connect();
    sendUnsent(place, [4]);
    await vi.advanceTimersByTimeAsync(0);
    connection.disconnect();
    connection.connect();
    await settle();
    expect(unsentNotes('abc', 'e')).toEqual([]);
    expect(connection.listener).toBeNull();
  });

  it('is fresh once what could not be saved is discarded', async () => {
    await open();
    server.limit = 1;
    write('too much');
    await settle();
    discardDocument(place, 4);
    await open();
    expect(shown?.getXmlFragment('default').toJSON()).toBe('');
    expect(unsentNotes('abc', 'e')).toEqual([]);
  });
});
