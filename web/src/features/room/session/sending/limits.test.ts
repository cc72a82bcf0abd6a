import { describe, expect, it } from 'vitest';
import { cameraLimits, screenLimits } from './limits';

const CROWDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 50];

describe('camera limits', () => {
  it('give a call of two the whole picture', () => {
    expect(cameraLimits(2, 720)).toEqual({
      maxBitrate: 1_700_000,
      maxFramerate: 30,
      scaleResolutionDownBy: 1,
    });
  });

  it.each([
    [4, 720, 1.5],
    [5, 720, 2],
    [8, 720, 3],
    [9, 720, 4],
    [9, 360, 2],
  ])('with %i people scale a %i line camera down by %d', (people, height, scale) => {
    expect(cameraLimits(people, height).scaleResolutionDownBy).toBe(scale);
  });

  it('never scale a small camera up', () => {
    expect(cameraLimits(3, 240).scaleResolutionDownBy).toBe(1);
    expect(cameraLimits(9, 120).scaleResolutionDownBy).toBe(1);
  });

  it.each(CROWDS.slice(1))('with %i people cost no more than with one fewer', (people) => {
    const fewer = cameraLimits(people - 1, 720);
    const more = cameraLimits(people, 720);
    expect(more.maxBitrate).toBeLessThanOrEqual(fewer.maxBitrate);
    expect(more.maxFramerate).toBeLessThanOrEqual(fewer.maxFramerate);
    expect(more.scaleResolutionDownBy).toBeGreaterThanOrEqual(fewer.scaleResolutionDownBy);
  });

  it.each([2, 3, 4, 5, 6, 7, 8])('keep the upload of %i publishers near two megabits', (people) => {
    expect(cameraLimits(people, 720).maxBitrate * (people - 1)).toBeLessThanOrEqual(2_100_000);
  });
});

describe('screen limits', () => {
  it.each(CROWDS)('keep every pixel with %i people', (people) => {
    expect(screenLimits(people, 1440).scaleResolutionDownBy).toBe(1);
  });

  it('give up frames as the room fills', () => {
    expect(screenLimits(2, 1080).maxFramerate).toBe(15);
    expect(screenLimits(9, 1080).maxFramerate).toBe(4);
  });
});
