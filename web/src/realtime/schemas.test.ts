import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseIncoming } from './parse-incoming';
import { iceServerSchema, joinAckSchema, memberSchema, noticeSchema } from './schemas';

const media = { mic: true, camera: true, screen: false, hand: false };
const connection = { userId: 'u1', protocol: 1, joinedAt: 5, publisher: true, media };
const member = { memberId: 'm1', name: 'Ada', role: 'member', joinedAt: 5, connections: [connection] };
const ack = {
  ok: true,
  protocol: 1,
  serverTime: 9,
  you: { memberId: 'm1', userId: 'u1', role: 'member' },
  members: [member],
  iceServers: [],
  limits: { members: 100, videoPublishers: 8, name: 64 },
};

describe('what the server says', () => {
  const warn = vi.fn();
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(warn);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    warn.mockClear();
  });

  it('may have fields that we do not know', () => {
    const parsed = parseIncoming(memberSchema, { ...member, mood: 'calm' }, 'member-updated');
    expect(parsed).toEqual(member);
    expect(warn).not.toHaveBeenCalled();
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'member'],
    ['no connections', { ...member, connections: undefined }],
    ['a userId that is empty', { ...member, connections: [{ ...connection, userId: '' }] }],
    [
      'a media state that lacks a field',
      { ...member, connections: [{ ...connection, media: { mic: true } }] },
    ],
    ['endless connections', { ...member, connections: Array.from({ length: 51 }, () => connection) }],
  ])('is dropped with one warning when it is %s', (_, value) => {
    expect(parseIncoming(memberSchema, value, 'member-updated')).toBeUndefined();
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('may name a role of tomorrow', () => {
    expect(memberSchema.parse({ ...member, role: 'moderator' }).role).toBe('guest');
  });

  it('may refuse a join with a code', () => {
    expect(joinAckSchema.parse({ ok: false, code: 'room-full', message: 'Full.' })).toEqual({
      ok: false,
      code: 'room-full',
      message: 'Full.',
    });
  });

  it('may answer a join', () => {
    expect(joinAckSchema.parse(ack)).toMatchObject({ ok: true, members: [member], iceServers: [] });
  });

  it('may send a notice without words', () => {
    expect(noticeSchema.parse({ code: 'server-going-down' })).toEqual({
      code: 'server-going-down',
      message: '',
    });
  });

  it('gives credentials to ICE only when both are there', () => {
    expect(iceServerSchema.parse({ urls: ['stun:a'], username: 'u' })).toEqual({ urls: ['stun:a'] });
    expect(iceServerSchema.parse({ urls: 'turn:a', username: 'u', credential: 'c' })).toEqual({
      urls: 'turn:a',
      username: 'u',
      credential: 'c',
    });
  });
});
