import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { resizeWindow } from '@/testing/browser-parts';
import { user } from '@/testing/user';
import { showRoom } from '../testing/show-room';

const shown = (): string[] =>
  ['Chat', 'Focus timer', 'People'].filter((name) => screen.queryByRole('complementary', { name }) !== null);

async function openAll(): Promise<void> {
  for (const key of ['c', 't', 'p']) await user.keyboard(key);
}

describe('panels', () => {
  afterEach(() => act(() => resizeWindow()));

  it.each([
    [80, ['People']],
    [100, ['Focus timer', 'People']],
    [140, ['Chat', 'Focus timer', 'People']],
  ])('stand side by side as far as there is room: at %i rem', async (rem, names) => {
    resizeWindow(rem);
    showRoom();
    await openAll();
    expect(shown()).toEqual(names);
  });

  it('make way when the window gets narrower, and close one by one', async () => {
    resizeWindow(140);
    showRoom();
    await openAll();
    act(() => resizeWindow(100));
    expect(shown()).toEqual(['Focus timer', 'People']);
    expect(screen.getByTestId('toolbar-chat')).toHaveAttribute('aria-expanded', 'false');
    await user.click(
      within(screen.getByRole('complementary', { name: 'People' })).getByLabelText('Hide people'),
    );
    expect(shown()).toEqual(['Focus timer']);
    await user.keyboard('t');
    expect(shown()).toEqual([]);
  });

  it('can be wide where there is more to see', async () => {
    resizeWindow(80);
    showRoom();
    await user.keyboard('b');
    const panel = screen.getByRole('complementary', { name: 'Tasks' });
    const narrow = panel.className;
    await user.click(within(panel).getByRole('button', { name: 'Make it wide' }));
    expect(within(panel).getByRole('button', { name: 'Make it wide', pressed: true })).toHaveFocus();
    expect(panel.className).not.toBe(narrow);
    await user.keyboard('{Enter}');
    expect(panel.className).toBe(narrow);
  });

  it('are one sheet over the pictures on a phone', async () => {
    resizeWindow(24);
    showRoom();
    await user.keyboard('c');
    expect(screen.getByRole('dialog', { name: 'Chat' })).toBeVisible();
    expect(shown()).toEqual([]);
  });
});
