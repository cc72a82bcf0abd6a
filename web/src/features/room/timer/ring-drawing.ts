import type { TimerView } from '@/realtime/schemas-timer';
import { fractionLeft } from './clock';
import { onWaking } from './on-waking';

/** Without motion the ring goes down in as many steps as a watch has. */
const STEPS = 60;
/** Finer than what is seen: a ring of this many parts moves smoothly. */
const PARTS = 2_000;
const FRAME_MS = 16;
const SLOWEST_MS = 1_000;

/** What of the ring is drawn. */
export function drawnFraction(timer: TimerView, now: number, still: boolean): number {
  const fraction = fractionLeft(timer, now);
  return still ? Math.ceil(fraction * STEPS) / STEPS : fraction;
}

/** How often it is drawn: as often as its end moves by a part, and no more. */
export function drawingPeriod(length: number, still: boolean): number {
  if (still) return SLOWEST_MS;
  return Math.min(SLOWEST_MS, Math.max(FRAME_MS, length / PARTS));
}

/**
 * Draws the ring until it is stopped. It changes one attribute that is painted and not laid out, and does nothing while
 * the page is hidden.
 */
export function drawRing(
  ring: SVGCircleElement,
  timer: TimerView,
  clock: { now: () => number; still: boolean },
): () => void {
  let timeout: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const draw = (): void => {
    const left = drawnFraction(timer, clock.now(), clock.still);
    ring.style.strokeDashoffset = String(1 - left);
    // A round end would show a dot where nothing is left.
    ring.style.opacity = left === 0 ? '0' : '1';
    if (timer.endsAt === null || left === 0) return;
    clearTimeout(timeout);
    timeout = setTimeout(
      () => {
        frame = requestAnimationFrame(draw);
      },
      drawingPeriod(timer.length ?? 0, clock.still),
    );
  };
  draw();
  const stopWaking = onWaking(draw);
  return () => {
    clearTimeout(timeout);
    cancelAnimationFrame(frame);
    stopWaking();
  };
}
