import { describe, expect, it } from 'vitest';
import joinAck from '../../../protocol/room/join-ack.json';
import memberUpdated from '../../../protocol/room/member-updated.json';
import refusals from '../../../protocol/room/refusals.json';
import { joinAckSchema, memberSchema, noticeSchema, plainAckSchema } from './schemas';

/** The server's tests read the same files. */
describe('the example messages', () => {
  it('hold an answer to a join, of which nothing that we need is lost', () => {
    const { serverTime, you, members } = joinAck.answer;
    expect(joinAckSchema.parse(joinAck.answer)).toMatchObject({
      ok: true,
      serverTime,
      you: { memberId: you.memberId, userId: you.userId },
      members: members.map((member) => ({ ...member, name: member.name ?? '' })),
    });
  });

  it.each(memberUpdated.cases)('hold a member: $name', ({ member }) => {
    expect(memberSchema.parse(member)).toEqual({ ...member, name: member.name ?? '' });
  });

  it.each(refusals.cases)('hold the refusal $code', (refusal) => {
    expect(joinAckSchema.parse(refusal)).toEqual(refusal);
    expect(plainAckSchema.parse(refusal)).toEqual(refusal);
    const { code, message } = refusal;
    expect(noticeSchema.parse({ code, message })).toEqual({ code, message });
  });
});
