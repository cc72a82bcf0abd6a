import { describe, expect, it } from 'vitest';
import { SimulatedRoom } from './testing/simulated-room';

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);
const NAMES = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal', 'ivy'];

/** Pairs among the first `people`, of whom the first `publishers` publish. */
function pairsDue(userIds: string[], listeners: string[] = []): string[] {
  return userIds
    .flatMap((a, index) => userIds.slice(index + 1).map((b) => [a, b]))
    .filter(([a = '', b = '']) => !(listeners.includes(a) && listeners.includes(b)))
    .map((pair) => pair.sort().join('+'))
    .sort();
}

function pairsOf(room: SimulatedRoom, kind: 'camera' | 'screen' = 'camera'): string[] {
  return room
    .liveCalls()
    .filter((call) => call.kind === kind)
    .map((call) => [...call.between].sort().join('+'))
    .sort();
}

function peopleFor(seed: number): string[] {
  return NAMES.slice(0, 2 + (seed % 8));
}

describe('meshes that all join within the same instant', () => {
  it.each(SEEDS)('end with exactly one call per pair (seed %i)', (seed) => {
    const people = peopleFor(seed);
    const room = new SimulatedRoom(seed);
    for (const [index, userId] of people.entries()) room.join(userId, (index * 37 * seed) % 100);
    room.run(40_000);
    const listeners = people.length > 8 ? people.filter((userId) => !publishes(room, people, userId)) : [];
    expect(pairsOf(room)).toEqual(pairsDue(people, listeners));
    expect(room.danglingEnds()).toBe(0);
  });

  it('need only a few calls more than pairs', () => {
    const room = new SimulatedRoom(7);
    for (const userId of NAMES.slice(0, 8)) room.join(userId, 0);
    room.run(40_000);
    expect(room.callsMade).toBeLessThan(28 * 2);
  });
});

describe('a server that dies and comes back', () => {
  it.each(SEEDS)('changes no call that stands (seed %i)', (seed) => {
    const people = peopleFor(seed);
    const room = new SimulatedRoom(seed);
    for (const userId of people) room.join(userId, 0);
    room.run(40_000);
    const before = pairsOf(room);
    const made = room.callsMade;
    room.restartServer(2_000);
    room.run(40_000);
    expect(pairsOf(room)).toEqual(before);
    if (people.length <= 8) expect(room.callsMade).toBe(made);
    expect(room.danglingEnds()).toBe(0);
  });

  it.each(SEEDS)('while calls are in the making ends the same (seed %i)', (seed) => {
    const people = peopleFor(seed).slice(0, 8);
    const room = new SimulatedRoom(seed);
    for (const userId of people) room.join(userId, 0);
    room.run(200 + seed * 10);
    room.restartServer(1_000);
    room.run(60_000);
    expect(pairsOf(room)).toEqual(pairsDue(people));
    expect(room.danglingEnds()).toBe(0);
  });
});

describe('a room in motion', () => {
  it.each(SEEDS)('heals broken paths to one call per pair (seed %i)', (seed) => {
    const people = peopleFor(seed).slice(0, 8);
    const room = new SimulatedRoom(seed);
    for (const userId of people) room.join(userId, 0);
    room.run(30_000);
    room.breakCall('ada', 'bob');
    room.run(40_000);
    expect(pairsOf(room)).toEqual(pairsDue(people));
    expect(room.view('ada', 'bob').link).toBe('connected');
    expect(room.danglingEnds()).toBe(0);
  });

  it.each(SEEDS)('promotes a listener when a publisher leaves (seed %i)', (seed) => {
    const people = NAMES.slice(0, 4);
    const room = new SimulatedRoom(seed, 2);
    people.forEach((userId, index) => room.join(userId, index * 1_000));
    room.run(30_000);
    expect(pairsOf(room)).toEqual(pairsDue(people, ['cyd', 'dan']));
    room.leave('ada');
    room.run(30_000);
    expect(pairsOf(room)).toEqual(pairsDue(['bob', 'cyd', 'dan']));
    const both = room.liveCalls().find((call) => [...call.between].sort().join('+') === 'bob+cyd');
    expect(both?.sends).toEqual([true, true]);
    expect(room.danglingEnds()).toBe(0);
  });

  it.each(SEEDS)('shows a screen once to everybody, also to who comes later (seed %i)', (seed) => {
    const room = new SimulatedRoom(seed);
    for (const userId of ['ada', 'bob', 'cyd']) room.join(userId, 0);
    room.run(10_000);
    room.setSharing('bob', 1);
    room.join('dan', 50);
    room.run(20_000);
    expect(pairsOf(room, 'screen')).toEqual(['ada+bob', 'bob+cyd', 'bob+dan']);
    room.setSharing('bob', null);
    room.run(5_000);
    expect(pairsOf(room, 'screen')).toEqual([]);
    expect(pairsOf(room)).toEqual(pairsDue(['ada', 'bob', 'cyd', 'dan']));
    expect(room.danglingEnds()).toBe(0);
  });
});

function publishes(room: SimulatedRoom, people: string[], userId: string): boolean {
  const calls = room.liveCalls().filter((call) => call.kind === 'camera' && call.between.includes(userId));
  return calls.some((call) => call.sends[call.between.indexOf(userId)]) || people.length <= 8;
}
