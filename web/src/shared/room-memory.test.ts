import { expect, it } from 'vitest';
import { roomMemory } from './room-memory';
import { z } from './schema';

it('keeps a value for each of the latest rooms', () => {
  const memory = roomMemory('test', z.string(), 2);
  memory.write('a', 'first');
  memory.write('b', 'second');
  memory.write('a', 'changed');
  expect([memory.read('a'), memory.read('b'), memory.read('c')]).toEqual(['changed', 'second', null]);
  memory.write('c', 'third');
  expect(memory.read('b')).toBeNull();
  memory.write('a', null);
  expect([memory.read('a'), memory.read('c')]).toEqual([null, 'third']);
});

it('holds nothing where what is stored cannot be read', () => {
  localStorage.setItem('test', '[["a", 1]]');
  expect(roomMemory('test', z.string(), 2).read('a')).toBeNull();
});
