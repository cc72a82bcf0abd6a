import { once } from 'node:events';
import { io } from 'socket.io-client';
import { Person } from '../harness/person.ts';
import { expect, test as base } from '../harness/test.ts';

/** Stock clients with cookies, and no browser: who may do what, as it goes over the wire. */
const test = base.extend<{ arrivePerson: (name: string) => Promise<Person> }>({
  arrivePerson: async ({ server }, use) => {
    const people: Person[] = [];
    await use(async (name) => {
      const person = await Person.arrive(server.url, name);
      people.push(person);
      return person;
    });
    people.forEach((person) => person.goAway());
  },
});

const silent = { mic: false, camera: false, screen: false, hand: false };
const refused = (code: string) => expect.objectContaining({ ok: false, code });
const accepted = expect.objectContaining({ ok: true });
const ofType = (type: string) => (event: { type: string }) => event.type === type;

test('a room belongs to who made it, to who has its link, and to whom it is handed over', async ({
  arrivePerson,
}) => {
  const [ann, ben, cleo] = [await arrivePerson('Ann'), await arrivePerson('Ben'), await arrivePerson('Cleo')];
  const { roomId, ownerUrl } = await ann.makeRoom({ template: 'stand-up', name: 'Monday' });
  expect(await ann.join(roomId)).toMatchObject({
    you: { role: 'owner' },
    room: { template: 'stand-up', name: 'Monday', owners: [ann.memberId], settings: { timer: 'owner' } },
  });

  const ownerKey = new URLSearchParams(new URL(ownerUrl, 'http://any').hash.slice(1)).get('owner');
  expect(await cleo.join(roomId, { ownerKey: 'x'.repeat(43) })).toEqual(refused('invalid-owner-key'));
  expect(await ben.join(roomId, { ownerKey })).toMatchObject({ you: { role: 'owner' } });
  expect(await ann.hears('room-event', ofType('owner-added'))).toMatchObject({ memberId: ben.memberId });

  expect(await cleo.join(roomId)).toMatchObject({ you: { role: 'member' } });
  expect(await ann.ask('owner-hand-over', { memberId: cleo.memberId })).toEqual(accepted);
  await cleo.hears(
    'member-updated',
    (member: { memberId: string; role: string }) =>
      member.memberId === cleo.memberId && member.role === 'owner',
  );
  expect(await ann.ask('room-configure', { locked: true })).toEqual(refused('not-permitted'));
  expect(await cleo.ask('room-configure', { locked: true })).toEqual(accepted);
});

test('a locked room takes nobody new, and a class lets in whom its owner admits', async ({
  arrivePerson,
}) => {
  const [ann, ben, cleo] = [await arrivePerson('Ann'), await arrivePerson('Ben'), await arrivePerson('Cleo')];
  const { roomId } = await ann.makeRoom({ template: 'class' });
  await ann.join(roomId);

  expect(await ben.join(roomId)).toEqual(refused('waiting-for-admission'));
  expect(await ann.hears('member-waiting')).toMatchObject({ memberId: ben.memberId, name: 'Ben' });
  await ann.ask('member-admit', { memberId: ben.memberId });
  expect(await ben.hears('notice')).toMatchObject({ code: 'admitted' });
  expect(await ann.hears('member-waiting-gone')).toEqual({ memberId: ben.memberId });
  expect(await ben.join(roomId)).toEqual(accepted);

  await cleo.join(roomId);
  await ann.ask('member-reject', { memberId: cleo.memberId });
  expect(await cleo.hears('notice')).toMatchObject({ code: 'entry-refused' });
  await ann.ask('room-configure', { locked: true });
  expect(await cleo.join(roomId)).toEqual(refused('room-locked'));
  expect(await ben.join(roomId, { userId: 'another tab' })).toEqual(accepted);
});

test('an owner mutes, removes and bans; settings say who shares a screen', async ({ arrivePerson }) => {
  const [ann, ben] = [await arrivePerson('Ann'), await arrivePerson('Ben')];
  const { roomId } = await ann.makeRoom();
  await ann.join(roomId);
  await ben.join(roomId);

  await ann.ask('room-configure', { screen: 'owner', unmute: false });
  expect(await ben.ask('media-state', { ...silent, screen: true })).toEqual(refused('not-permitted'));
  await ann.ask('member-mute', { memberId: ben.memberId });
  expect(await ben.hears('notice')).toMatchObject({ code: 'muted', by: ann.memberId });
  expect(await ben.ask('media-state', { ...silent, mic: true })).toEqual(refused('not-permitted'));
  await ann.ask('member-unmute', { memberId: ben.memberId });
  expect(await ben.hears('notice')).toMatchObject({ code: 'may-unmute' });
  expect(await ben.ask('media-state', { ...silent, mic: true })).toEqual(accepted);

  await ann.ask('member-remove', { memberId: ben.memberId });
  expect(await ben.hears('notice')).toMatchObject({ code: 'removed' });
  expect(await ann.hears('user-disconnected')).toBe('Ben');
  expect(await ben.ask('media-state', silent)).toEqual(refused('not-joined'));
  expect(await ben.join(roomId)).toEqual(accepted);

  await ann.ask('member-ban', { memberId: ben.memberId });
  await ben.hears('notice', (notice: { code: string }) => notice.code === 'banned');
  expect(await ben.join(roomId)).toEqual(refused('banned'));
  await ann.ask('member-unban', { memberId: ben.memberId });
  expect(await ben.join(roomId)).toEqual(accepted);
});

test('a member of one room changes nothing in another', async ({ arrivePerson, server }) => {
  const [ann, ben] = [await arrivePerson('Ann'), await arrivePerson('Ben')];
  const [annsRoom, bensRoom] = [await ann.makeRoom(), await ben.makeRoom()];
  await ann.join(annsRoom.roomId);
  await ben.join(bensRoom.roomId);

  expect(await ben.ask('room-configure', { roomId: annsRoom.roomId, locked: true })).toEqual(accepted);
  expect(await ben.ask('member-remove', { memberId: ann.memberId })).toEqual(refused('unknown-member'));
  const seen = await fetch(`${server.url}/api/rooms/${annsRoom.roomId}`);
  expect(await seen.json()).toMatchObject({ owned: true, members: 1, settings: { locked: false } });

  await ben.join(annsRoom.roomId);
  expect(await ben.ask('room-configure', { locked: true })).toEqual(refused('not-permitted'));
  expect(await ben.ask('member-ban', { memberId: ann.memberId })).toEqual(refused('not-permitted'));
});

test('a plain clone in a plain room notices nothing', async ({ server, arrivePerson }) => {
  const clones = ['p1', 'p2'].map(() => io(server.url, { forceNew: true }));
  const heard: string[][] = [[], []];
  clones.forEach((clone, index) => clone.onAny((event: string) => heard[index]?.push(event)));
  await Promise.all(clones.map((clone) => clone.connected || once(clone as never, 'connect')));
  for (const [index, clone] of clones.entries()) {
    expect(await clone.emitWithAck('join-room', 'plain', `p${index}`)).toMatchObject({
      ok: true,
      you: { role: 'guest' },
      room: { owners: [] },
    });
  }

  const ann = await arrivePerson('Ann');
  await ann.join('plain');
  expect(await ann.ask('room-configure', { locked: true })).toEqual(refused('not-permitted'));
  ann.goAway();
  await expect.poll(() => heard[1]).toContain('user-disconnected');
  const known = ['user-connected', 'user-disconnected', 'member-updated'];
  for (const events of heard) expect(events.filter((event) => !known.includes(event))).toEqual([]);
  clones.forEach((clone) => clone.disconnect());
});
