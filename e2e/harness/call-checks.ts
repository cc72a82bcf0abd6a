import { expect } from '@playwright/test';
import type { Visitor } from './visitor.ts';

interface ExpectedCall {
  /** tiles, one's own included */
  people: number;
  /** peer connections, all of them connected */
  links: number;
}

/** Every tile belongs to someone who is there, once, and every pair has one connection. */
export async function expectCall(
  visitor: Visitor,
  { people, links }: ExpectedCall,
  timeoutMs = 20_000,
): Promise<void> {
  const shape = async (): Promise<object> => {
    const { tiles, open, connected } = await visitor.call();
    return {
      tiles: tiles.length,
      distinct: new Set(tiles.map(({ userId }) => userId)).size,
      open,
      connected,
    };
  };
  await expect
    .poll(shape, { message: `the call as ${visitor.name} has it`, timeout: timeoutMs, intervals: [250] })
    .toEqual({ tiles: people, distinct: people, open: links, connected: links });
}

/** While one voice goes on, nothing is heard of the other: measured by the first, so that no clock decides. */
export async function expectSilence(
  visitor: Visitor,
  { silent, heard }: { silent: string; heard: string },
): Promise<void> {
  const energy = async (): Promise<number> => {
    const { tiles } = await visitor.call();
    return tiles.find(({ userId }) => userId === silent)?.energy ?? Number.NaN;
  };
  await visitor.hears([heard]);
  const before = await energy();
  for (let beeps = 0; beeps < 3; beeps++) await visitor.hears([heard]);
  expect((await energy()) - before).toBeLessThan(1e-6);
}
