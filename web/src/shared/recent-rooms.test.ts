import { describe, expect, it } from 'vitest';
import { recentRoomsLimit, useRecentRooms, withRoom } from './recent-rooms';

describe('withRoom', () => {
  it('puts a room that was there already first, once', () => {
    const rooms = withRoom(withRoom(withRoom([], 'a', 1), 'b', 2), 'a', 3);
    expect(rooms).toEqual([
      { roomId: 'a', at: 3 },
      { roomId: 'b', at: 2 },
    ]);
  });

  it('drops the oldest beyond the limit', () => {
    let rooms = withRoom([], 'oldest', 0);
    for (let at = 1; at <= recentRoomsLimit; at++) rooms = withRoom(rooms, `room-${at}`, at);
    expect(rooms).toHaveLength(recentRoomsLimit);
    expect(rooms.some((room) => room.roomId === 'oldest')).toBe(false);
  });
});

it('learns what a room is called, and knows it at the next visit', () => {
  const { remember, named } = useRecentRooms.getState();
  remember('abc-defg-hij');
  named('abc-defg-hij', 'Maths');
  named('another-room', 'Unknown');
  remember('abc-defg-hij');
  expect(useRecentRooms.getState().rooms).toMatchObject([{ roomId: 'abc-defg-hij', name: 'Maths' }]);
  named('abc-defg-hij', '');
  expect(useRecentRooms.getState().rooms[0]?.name).toBeUndefined();
});

it('keeps the rooms in this browser', () => {
  useRecentRooms.getState().remember('abc-defg-hij');
  expect(localStorage.getItem('focusly.recent-rooms')).toContain('"abc-defg-hij"');
});
