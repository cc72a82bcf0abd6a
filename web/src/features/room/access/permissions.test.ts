import { describe, expect, it } from 'vitest';
import { OPEN_SETTINGS, type AccessSettings } from '@/realtime/schemas-access';
import { accessOf } from '../testing/access';
import { participant } from '../testing/participants';
import { isSilenced, may, type Permission } from './permissions';

const all = ['chat', 'timer', 'screen', 'unmute', 'moderate'] as const;
const strict: AccessSettings = {
  ...OPEN_SETTINGS,
  chat: 'owner',
  timer: 'owner',
  screen: 'owner',
  unmute: false,
};
const self = participant({ userId: 'me', isSelf: true });
const allowed = (state: Parameters<typeof may>[1]): Permission[] =>
  all.filter((permission) => may(permission, state));
const mine = [self.memberId];

describe('permissions', () => {
  it('are all but moderating where the room is nobody’s', () => {
    const open = ['chat', 'timer', 'screen', 'unmute'];
    expect(allowed({ access: null, self })).toEqual(open);
    expect(allowed({ access: accessOf({ settings: strict }), self })).toEqual(open);
  });

  it('are all of them for an owner, whatever the settings', () => {
    expect(allowed({ access: accessOf({ owners: mine, settings: strict }), self })).toEqual(all);
  });

  it('are what the settings say for everybody else', () => {
    const owners = ['ann'];
    expect(allowed({ access: accessOf({ owners, settings: strict }), self })).toEqual([]);
    expect(allowed({ access: accessOf({ owners }), self })).toEqual(['chat', 'timer', 'screen', 'unmute']);
    for (const one of ['chat', 'timer', 'screen'] as const) {
      const settings = { ...strict, [one]: 'everyone' };
      expect(allowed({ access: accessOf({ owners, settings }), self })).toEqual([one]);
    }
  });

  it('silence who was muted where only owners unmute', () => {
    const muted = { by: 'Ann' };
    const access = accessOf({ owners: ['ann'], settings: strict });
    expect(isSilenced({ access, self, muted })).toBe(true);
    expect(isSilenced({ access, self, muted: null })).toBe(false);
    expect(isSilenced({ access: accessOf({ owners: ['ann'] }), self, muted })).toBe(false);
    expect(isSilenced({ access: accessOf({ owners: mine, settings: strict }), self, muted })).toBe(false);
  });
});
