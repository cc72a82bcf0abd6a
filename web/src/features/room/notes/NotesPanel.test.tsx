import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { seriousViolations } from '@/testing/axe';
import { fillIn, user } from '@/testing/user';
import { participant } from '../testing/participants';
import { showRoom } from '../testing/show-room';
import { notesModel, type NotesState } from './model';
import { templateContent, templateFor } from './templates';

const ana = participant({ userId: 'ana', name: 'Ana Duarte' });
const notesOf = (...titles: string[]): NotesState =>
  notesModel.initial({
    notes: titles.map((title, index) => ({ noteId: index + 1, title, by: 'member-ana', at: 1 })),
  });

async function openNotes(notes: NotesState | null) {
  const room = showRoom({ others: [ana], notes });
  await user.keyboard('w');
  return room;
}

describe('the notes panel', () => {
  it('says what to do, and adds a note of a template', async () => {
    const { session } = await openNotes(notesOf());
    expect(screen.getByTestId('notes-empty')).toHaveTextContent('No notes yet');
    await user.selectOptions(screen.getByTestId('note-template'), 'Lecture');
    await user.type(screen.getByTestId('note-add'), ' Monday {Enter}');
    expect(session.sent).toEqual([{ event: 'note-add', payload: { title: 'Monday', template: 'lecture' } }]);
    await fillIn(screen.getByTestId('note-add'), 'x'.repeat(101));
    expect(screen.getByTestId('note-add')).toHaveAccessibleDescription(/100 characters/);
  });

  it('shows who is in which note', async () => {
    const { session } = await openNotes(notesOf('Plan', 'Words'));
    act(() => session.store.setState({ noteMembers: { 2: ['member-ana'] } }));
    expect(screen.getByRole('button', { name: /Words.*In it now: Ana Duarte/ })).toBeVisible();
    expect(screen.getAllByTestId('in-note')).toHaveLength(1);
  });

  it('renames, and removes once that is confirmed', async () => {
    const { session } = await openNotes(notesOf('Plan'));
    await user.click(screen.getByRole('button', { name: 'More for “Plan”' }));
    await user.click(screen.getByText('Change the title'));
    await fillIn(screen.getByTestId('note-title-field'), 'The plan');
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'More for “Plan”' }));
    await user.click(screen.getByRole('menuitem', { name: 'Remove' }));
    expect(session.sent).toHaveLength(1);
    await user.click(screen.getByTestId('note-remove-confirm'));
    expect(session.sent).toEqual([
      { event: 'note-rename', payload: { noteId: 1, title: 'The plan' } },
      { event: 'note-remove', payload: { noteId: 1 } },
    ]);
  });

  it('has no serious accessibility finding', async () => {
    const { container } = await openNotes(notesOf('Plan', 'Words'));
    expect(await seriousViolations(container)).toEqual([]);
  });
});

describe('templates', () => {
  it('suit the room', () => {
    expect(templateFor('class')).toBe('lecture');
    expect(templateFor(null)).toBe('blank');
  });

  it('are headings with lists to be filled', () => {
    expect(templateContent('# Plan\n1.\n1.\n# To do\n[]\n# Rest\n..').map(({ type }) => type)).toEqual([
      'heading',
      'orderedList',
      'heading',
      'taskList',
      'heading',
      'paragraph',
    ]);
  });
});
