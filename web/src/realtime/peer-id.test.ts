import { describe, expect, it } from 'vitest';
import { randomPeerId } from './peer-id';

describe('a peer id', () => {
  it('follows the id rule of PeerJS', () => {
    for (let round = 0; round < 200; round += 1) expect(randomPeerId()).toMatch(/^[a-z0-9]{24}$/);
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 200 }, () => randomPeerId())).size).toBe(200);
  });

  it('draws again for bytes that would favour some characters', () => {
    let round = 0;
    const id = randomPeerId((bytes) => bytes.fill((round += 1) === 1 ? 255 : 35));
    expect(id).toBe('9'.repeat(24));
    expect(round).toBe(2);
  });
});
