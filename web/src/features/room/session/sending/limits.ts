/** What one camera may cost with so many people: in a mesh each pays the upload once per other person. */
export interface VideoLimits {
  maxBitrate: number;
  maxFramerate: number;
  scaleResolutionDownBy: number;
}

interface Step {
  /** up to this many people, oneself included */
  people: number;
  height: number;
  maxBitrate: number;
  maxFramerate: number;
}

/** Upload stays near 2 Mbit/s and the encoders' pixels per second fall as their number grows. */
const CAMERA_STEPS: readonly Step[] = [
  { people: 2, height: 720, maxBitrate: 1_700_000, maxFramerate: 30 },
  { people: 3, height: 720, maxBitrate: 1_000_000, maxFramerate: 30 },
  { people: 4, height: 480, maxBitrate: 650_000, maxFramerate: 24 },
  { people: 6, height: 360, maxBitrate: 400_000, maxFramerate: 20 },
  { people: 8, height: 240, maxBitrate: 250_000, maxFramerate: 15 },
];
const CAMERA_CROWD: Step = { people: Infinity, height: 180, maxBitrate: 150_000, maxFramerate: 12 };

/** Text must stay sharp, so a shared screen loses frames before it loses pixels. */
const SCREEN_STEPS: readonly Step[] = [
  { people: 2, height: Infinity, maxBitrate: 2_500_000, maxFramerate: 15 },
  { people: 4, height: Infinity, maxBitrate: 1_200_000, maxFramerate: 8 },
  { people: 8, height: Infinity, maxBitrate: 600_000, maxFramerate: 5 },
];
const SCREEN_CROWD: Step = { people: Infinity, height: Infinity, maxBitrate: 400_000, maxFramerate: 4 };

export function cameraLimits(people: number, captureHeight: number): VideoLimits {
  return limitsOf(CAMERA_STEPS.find((step) => people <= step.people) ?? CAMERA_CROWD, captureHeight);
}

export function screenLimits(people: number, captureHeight: number): VideoLimits {
  return limitsOf(SCREEN_STEPS.find((step) => people <= step.people) ?? SCREEN_CROWD, captureHeight);
}

/** A camera smaller than the step's height is never scaled up. */
function limitsOf({ height, maxBitrate, maxFramerate }: Step, captureHeight: number): VideoLimits {
  return { maxBitrate, maxFramerate, scaleResolutionDownBy: Math.max(1, captureHeight / height) };
}
