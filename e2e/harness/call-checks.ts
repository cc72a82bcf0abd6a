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

/** A muted voice still carries a trace of noise; against a voice it is nothing. */
const SILENCE = 0.01;

/** While one voice goes on, nothing is heard of the other: measured by the first, so that no clock decides. */
export async function expectSilence(
  visitor: Visitor,
  { silent, heard }: { silent: string; heard: string },
): Promise<void> {
  const energies = async (): Promise<{ silent: number; heard: number }> => {
    const { tiles } = await visitor.call();
    const energyOf = (id: string): number => tiles.find(({ userId }) => userId === id)?.energy ?? Number.NaN;
    return { silent: energyOf(silent), heard: energyOf(heard) };
  };
  await visitor.hears([heard]);
  const before = await energies();
  for (let beeps = 0; beeps < 3; beeps++) await visitor.hears([heard]);
  const after = await energies();
  expect((after.silent - before.silent) / (after.heard - before.heard)).toBeLessThan(SILENCE);
}
