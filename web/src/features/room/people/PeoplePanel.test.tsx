import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OPEN_SETTINGS } from '@/realtime/schemas-access';
import { seriousViolations } from '@/testing/axe';
import { user } from '@/testing/user';
import type { RoomSessionState } from '../session/types';
import { accessOf } from '../testing/access';
import { participant } from '../testing/participants';
import { showRoom } from '../testing/show-room';

const ana = participant({ userId: 'ana', name: 'Ana Duarte' });
const ben = participant({ userId: 'ben', name: 'Ben Okafor', role: 'guest' });
const owned = accessOf({ owners: ['member-me'] });
const cleo = { memberId: 'cleo', name: 'Cleo', since: 1 };
const dan = { memberId: 'dan', name: '', since: 2 };

async function showPeople(state: Partial<RoomSessionState> = {}) {
  const shown = showRoom({ others: [ana, ben], ...state });
  await user.click(screen.getByTestId('toolbar-people'));
  return shown;
}

function row(name: RegExp): HTMLElement {
  const found = screen.getAllByTestId('person').find((one) => name.test(one.textContent));
  if (!found) throw new Error(`no row of ${String(name)}`);
  return found;
}

async function choose(name: RegExp, item: RegExp): Promise<void> {
  await user.click(within(row(name)).getByTestId('person-menu'));
  await user.click(screen.getByRole('menuitem', { name: item }));
}

describe('the people panel', () => {
  it('has one row for a member with several devices, and says what they do', async () => {
    const phone = { ...ana, userId: 'phone', status: 'focusing' as const, role: 'owner' as const };
    await showPeople({ others: [phone, { ...phone, userId: 'laptop' }] });
    expect(screen.getAllByTestId('person')).toHaveLength(2);
    expect(row(/Ana/)).toHaveTextContent('Owner · Focusing · 2 devices');
    expect(row(/Mia/)).toHaveTextContent('Mia Lind (you)');
  });

  it('shows raised hands with their order', async () => {
    const hand = { ...ana.media, hand: true };
    await showPeople({
      others: [
        { ...ana, media: hand, handRaisedAt: 20 },
        { ...ben, media: hand, handRaisedAt: 10 },
      ],
    });
    expect(within(row(/Ben/)).getByRole('img', { name: 'Hand raised, number 1' })).toBeVisible();
    expect(within(row(/Ana/)).getByRole('img', { name: 'Hand raised, number 2' })).toBeVisible();
    expect(screen.getAllByTestId('person')[0]).toHaveTextContent('Ben Okafor');
  });

  it('offers the link to who is alone', async () => {
    await showPeople({ others: [] });
    const alone = within(screen.getByTestId('people-alone'));
    expect(alone.getByRole('button', { name: 'Copy link' })).toBeVisible();
    await user.click(alone.getByRole('button', { name: 'Invite people' }));
    expect(screen.getByTestId('invite-link')).toBeVisible();
  });

  it('lets one choose what one does', async () => {
    const { session } = await showPeople();
    await user.click(screen.getByTestId('own-status'));
    await user.click(screen.getByRole('menuitemradio', { name: 'On a break' }));
    expect(session.calls).toContain('setStatus break');
    expect(screen.getByTestId('own-status')).toHaveAccessibleName('What you do: On a break');
  });

  it('has the same choice in the toolbar’s menu', async () => {
    const { session } = showRoom();
    await user.click(screen.getByTestId('toolbar-more'));
    await user.click(screen.getByRole('menuitemradio', { name: 'Focusing' }));
    expect(session.calls).toContain('setStatus focusing');
  });

  it('has no serious accessibility finding', async () => {
    const { container } = await showPeople({
      access: accessOf({ owners: ['member-me'], banned: [{ memberId: 'eve', name: 'Eve' }] }),
      waiting: [cleo, dan],
    });
    expect(await seriousViolations(container)).toEqual([]);
  });
});

describe('an owner', () => {
  it.each([
    ['Mute', 'member-mute'],
    ['Remove from the room', 'member-remove'],
  ])('can say: %s', async (item, event) => {
    const { session } = await showPeople({ access: owned });
    await choose(/Ana/, new RegExp(item));
    expect(session.sent).toContainEqual({ event, payload: { memberId: 'member-ana' } });
  });

  it('allows somebody muted to speak where the room keeps that to owners', async () => {
    const { session } = await showPeople({ access: owned });
    await user.click(within(row(/Ana/)).getByTestId('person-menu'));
    expect(screen.queryByRole('menuitem', { name: 'Allow to unmute' })).toBeNull();
    await user.keyboard('{Escape}');
    act(() =>
      session.store.setState({ access: { ...owned, settings: { ...OPEN_SETTINGS, unmute: false } } }),
    );
    await choose(/Ana/, /Allow to unmute/);
    expect(session.sent.at(-1)).toEqual({ event: 'member-unmute', payload: { memberId: 'member-ana' } });
    expect(await screen.findByText('Ana Duarte may speak again.')).toBeVisible();
  });

  it('lowers a raised hand', async () => {
    const up = { ...ana, media: { ...ana.media, hand: true }, handRaisedAt: 1 };
    const { session } = await showPeople({ access: owned, others: [up] });
    await choose(/Ana/, /Lower the hand/);
    expect(session.sent).toEqual([{ event: 'hand-lower', payload: { memberId: 'member-ana' } }]);
  });

  it.each([
    ['Ban from the room', 'Ban Ana Duarte?', 'Ban', 'member-ban'],
    ['Hand over the room', 'Hand the room over to Ana Duarte?', 'Hand over', 'owner-hand-over'],
  ])('is asked once more after: %s', async (item, title, confirm, event) => {
    const { session } = await showPeople({ access: owned });
    await choose(/Ana/, new RegExp(item));
    const dialog = within(screen.getByRole('dialog', { name: title }));
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(session.sent).toEqual([]);
    await choose(/Ana/, new RegExp(item));
    await user.click(screen.getByRole('button', { name: confirm }));
    expect(session.sent).toEqual([{ event, payload: { memberId: 'member-ana' } }]);
    expect(screen.queryByRole('dialog', { name: title })).toBeNull();
  });

  it('hands nothing over to a guest, and sends no other owner away', async () => {
    await showPeople({ access: owned, others: [{ ...ana, role: 'owner' }, ben] });
    await user.click(within(row(/Ben/)).getByTestId('person-menu'));
    expect(screen.queryByRole('menuitem', { name: /Hand over/ })).toBeNull();
    expect(screen.getByRole('menuitem', { name: /Ban/ })).toBeVisible();
    await user.keyboard('{Escape}');
    await user.click(within(row(/Ana/)).getByTestId('person-menu'));
    expect(screen.queryByRole('menuitem', { name: /Remove|Ban/ })).toBeNull();
  });

  it('hears why something was refused', async () => {
    const { session } = await showPeople({ access: owned });
    session.answer = { ok: false, code: 'unknown-member', message: '' };
    await choose(/Ana/, /Mute/);
    expect(await screen.findByText('This person is not here any more.')).toBeVisible();
  });

  it('lifts a ban', async () => {
    const access = accessOf({ owners: ['member-me'], banned: [{ memberId: 'eve', name: 'Eve' }] });
    const { session } = await showPeople({ access });
    await user.click(screen.getByRole('button', { name: 'Lift the ban of Eve' }));
    expect(session.sent).toEqual([{ event: 'member-unban', payload: { memberId: 'eve' } }]);
  });
});

it('shows nobody else what only owners can do', async () => {
  const banned = [{ memberId: 'eve', name: 'Eve' }];
  await showPeople({ access: accessOf({ owners: ['member-ana'], banned }), waiting: [cleo] });
  expect(screen.queryByTestId('person-menu')).toBeNull();
  expect(screen.queryByTestId('banned-list')).toBeNull();
  expect(screen.queryByTestId('waiting')).toBeNull();
  expect(screen.queryByTestId('waiting-toast')).toBeNull();
});

describe('who waits at the door', () => {
  it('is counted on the button, and admitted or refused in the list', async () => {
    const { session } = showRoom({ others: [ana], access: owned, waiting: [cleo, dan] });
    await user.click(screen.getByRole('button', { name: 'Show people: 2 people wait to be let in' }));
    const list = within(screen.getByTestId('waiting-list'));
    expect(list.getByRole('status')).toHaveTextContent('2 people wait to be let in');
    await user.click(list.getByRole('button', { name: 'Admit Cleo' }));
    await user.click(list.getByRole('button', { name: 'Refuse Somebody' }));
    expect(session.sent).toEqual([
      { event: 'member-admit', payload: { memberId: 'cleo' } },
      { event: 'member-reject', payload: { memberId: 'dan' } },
    ]);
  });

  it('is admitted with everybody else at once', async () => {
    const { session } = await showPeople({ access: owned, waiting: [cleo, dan] });
    await user.click(screen.getByTestId('admit-all'));
    expect(session.sent.map(({ event, payload }) => [event, payload.memberId])).toEqual([
      ['member-admit', 'cleo'],
      ['member-admit', 'dan'],
    ]);
  });

  it('is told in a toast with what can be done, until it is decided', async () => {
    const { session } = showRoom({ others: [ana], access: owned });
    expect(screen.queryByTestId('waiting-toast')).toBeNull();
    act(() => session.store.setState({ waiting: [cleo] }));
    expect(screen.getByTestId('waiting-toast')).toHaveTextContent('Cleo waits to be let in');
    await user.click(screen.getByRole('button', { name: 'Admit Cleo' }));
    expect(session.sent).toEqual([{ event: 'member-admit', payload: { memberId: 'cleo' } }]);
    act(() => session.store.setState({ waiting: [] }));
    expect(screen.queryByTestId('waiting-toast')).toBeNull();
    act(() => session.store.setState({ waiting: [{ ...cleo, since: 3 }] }));
    expect(screen.getByTestId('waiting-toast')).toBeVisible();
  });

  it('is put away, and more than two lead to the list', async () => {
    const eve = { memberId: 'eve', name: 'Eve', since: 3 };
    showRoom({ others: [ana], access: owned, waiting: [cleo, dan, eve] });
    expect(screen.getAllByTestId('waiting-toast')).toHaveLength(2);
    const [first] = screen.getAllByTestId('waiting-toast');
    if (!first) throw new Error('no toast');
    await user.click(within(first).getByRole('button', { name: 'Close' }));
    expect(screen.getAllByTestId('waiting-toast').map((toast) => toast.textContent)).toEqual([
      expect.stringContaining('Somebody waits'),
      expect.stringContaining('Eve waits'),
    ]);
  });

  it('opens the list from the last toast', async () => {
    const eve = { memberId: 'eve', name: 'Eve', since: 3 };
    showRoom({ others: [ana], access: owned, waiting: [cleo, dan, eve] });
    await user.click(screen.getByRole('button', { name: 'and one more' }));
    expect(screen.getAllByTestId('waiting')).toHaveLength(3);
    expect(screen.queryByTestId('waiting-toast')).toBeNull();
  });
});
