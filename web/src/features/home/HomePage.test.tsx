import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownerKeys } from '@/shared/owner-keys';
import { useRecentRooms } from '@/shared/recent-rooms';
import { seriousViolations } from '@/testing/axe';
import { renderPage } from '@/testing/page';
import { answering } from '@/testing/server';
import { fillIn, user } from '@/testing/user';
import { HomePage } from './HomePage';

const made = { status: 201, body: { roomId: 'abc-defg-hij', ownerUrl: '/r/abc-defg-hij#owner=key_1' } };
const entered: string[] = [];
const show = () => renderPage(<HomePage onEnter={(roomId) => entered.push(roomId)} />);

beforeEach(() => {
  entered.length = 0;
  useRecentRooms.getState().clear();
});
afterEach(() => vi.unstubAllGlobals());

describe('creating a room', () => {
  it('enters the room that the server made', async () => {
    answering({
      'POST /api/rooms': made,
    });
    show();
    await user.click(screen.getByTestId('home-create'));
    await waitFor(() => expect(entered).toEqual(['abc-defg-hij']));
  });

  it('can give the link alone', async () => {
    answering({ 'POST /api/rooms': made });
    show();
    await user.click(screen.getByRole('button', { name: 'More ways to start a room' }));
    await user.click(screen.getByTestId('home-create-link'));
    expect(await screen.findByText(`${location.origin}/r/abc-defg-hij`)).toBeVisible();
    expect(entered).toEqual([]);
  });

  it('can choose a name and a kind, and keeps the owner link', async () => {
    const asked: unknown[] = [];
    answering({ 'POST /api/rooms': made }, (body) => asked.push(body));
    show();
    await user.click(screen.getByTestId('home-set-up'));
    await fillIn(screen.getByTestId('new-room-name'), '  Maths ');
    const chosen = screen.getByRole('radio', { name: 'Class' });
    expect(chosen).toHaveAccessibleDescription(/let people in one by one/);
    await user.click(chosen);
    await user.click(screen.getByTestId('new-room-create'));
    await waitFor(() => expect(entered).toEqual(['abc-defg-hij']));
    expect(asked).toEqual([{ template: 'class', name: 'Maths' }]);
    expect(ownerKeys.read('abc-defg-hij')).toBe('key_1');
  });

  it('gives the owner link beside the other one', async () => {
    const asked: unknown[] = [];
    answering({ 'POST /api/rooms': made }, (body) => asked.push(body));
    show();
    await user.click(screen.getByTestId('home-set-up'));
    await user.click(screen.getByTestId('new-room-link'));
    expect(await screen.findByRole('button', { name: 'Copy owner link' })).toBeVisible();
    expect(asked).toEqual([{ template: 'study-group' }]);
    expect(entered).toEqual([]);
  });

  it('says in the form that it failed, and leaves what was entered', async () => {
    answering({});
    show();
    await user.click(screen.getByTestId('home-set-up'));
    await fillIn(screen.getByTestId('new-room-name'), 'Maths');
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/could not be created/)).toBeVisible();
    expect(screen.getByTestId('new-room-name')).toHaveValue('Maths');
  });

  it.each([
    ['a server that is away', {}],
    ['a refusal', { 'POST /api/rooms': { status: 503, body: { title: 'no' } } }],
    [
      'a reply that is no room',
      { 'POST /api/rooms': { status: 201, body: { roomId: '../x', ownerUrl: '/r/x#owner=key' } } },
    ],
  ])('says so at %s', async (_case, replies) => {
    answering(replies);
    show();
    await user.click(screen.getByTestId('home-create'));
    expect(await screen.findByText(/could not be created/)).toBeVisible();
    expect(entered).toEqual([]);
  });
});

describe('joining by code', () => {
  it('enters the room of a pasted link', async () => {
    show();
    await fillIn(screen.getByTestId('home-join-input'), 'https://focusly.example/r/team');
    await user.keyboard('{Enter}');
    expect(entered).toEqual(['team']);
  });

  it('refuses what is neither code nor link, until it is changed', async () => {
    show();
    const field = screen.getByTestId('home-join-input');
    await fillIn(field, 'not a room!');
    await user.click(screen.getByTestId('home-join'));
    expect(field).toHaveFocus();
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/neither a room code nor a room link/);
    await fillIn(field, 'x');
    expect(field).toBeValid();
    expect(entered).toEqual([]);
  });

  it('asks for a code when there is none', async () => {
    show();
    await user.click(screen.getByTestId('home-join'));
    expect(screen.getByTestId('home-join-input')).toHaveAccessibleDescription(/Enter the code/);
  });
});

describe('recent rooms', () => {
  it('says what will be here while there are none', () => {
    show();
    expect(screen.getByText(/will be listed here/)).toBeVisible();
  });

  it('lists the latest first, enters, forgets one and forgets all', async () => {
    const { remember, named } = useRecentRooms.getState();
    ['first', 'second', 'third'].forEach(remember);
    named('third', 'Maths');
    show();
    expect(
      screen.getAllByRole('listitem').map((item) => within(item).getByRole('link').getAttribute('href')),
    ).toEqual(['/r/third', '/r/second', '/r/first']);
    expect(screen.getByRole('link', { name: /Maths.*third/ })).toBeVisible();
    await user.click(screen.getByRole('link', { name: /second/ }));
    expect(entered).toEqual(['second']);
    await user.click(screen.getByRole('button', { name: 'Forget second' }));
    expect(screen.queryByText('second')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Forget all' }));
    expect(screen.queryAllByRole('listitem')).toEqual([]);
  });
});

it('has no serious accessibility finding', async () => {
  useRecentRooms.getState().remember('abc-defg-hij');
  const { container } = show();
  expect(await seriousViolations(container)).toEqual([]);
});
