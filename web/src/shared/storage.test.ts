import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from './schema';
import { readStored, writeStored } from './storage';

afterEach(() => vi.restoreAllMocks());

describe('readStored', () => {
  it('gives back what was written', () => {
    writeStored('key', 'text');
    expect(readStored('key', z.string(), 'fallback')).toBe('text');
  });

  it.each([['not json'], ['42'], ['null']])('falls back from %j', (stored) => {
    localStorage.setItem('key', stored);
    expect(readStored('key', z.string(), 'fallback')).toBe('fallback');
  });

  it('falls back where storage is forbidden', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    expect(readStored('key', z.string(), 'fallback')).toBe('fallback');
  });
});

describe('writeStored', () => {
  it('forgets where storage is full', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(() => writeStored('key', 'text')).not.toThrow();
  });
});
