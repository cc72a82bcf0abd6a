/** Parts of a browser that jsdom lacks, in their calmest form. */

/** What elements measure in tests. */
export const measured = { width: 1200, height: 700 };

class MeasuringObserver implements ResizeObserver {
  constructor(private readonly report: ResizeObserverCallback) {}
  observe(): void {
    const contentRect = new DOMRect(0, 0, measured.width, measured.height);
    this.report([{ contentRect } as ResizeObserverEntry], this);
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}

/** Everything that is observed is on screen at once. */
class EverythingVisible implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  constructor(private readonly report: IntersectionObserverCallback) {}
  observe(): void {
    this.report([{ isIntersecting: true } as IntersectionObserverEntry], this);
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }
}

const LAPTOP_REM = 80;
let windowRem = LAPTOP_REM;
const resized = new Set<() => void>();

/** Makes the window as wide as that, a laptop's without; only least widths in rem are looked at. */
export function resizeWindow(rem = LAPTOP_REM): void {
  windowRem = rem;
  resized.forEach((tell) => tell());
}

function matchMedia(media: string): MediaQueryList {
  const least = /min-width: (\d+)rem/.exec(media)?.[1];
  return {
    media,
    matches: least !== undefined && Number(least) <= windowRem,
    addEventListener: (_: string, changed: () => void) => resized.add(changed),
    removeEventListener: (_: string, changed: () => void) => resized.delete(changed),
  } as unknown as MediaQueryList;
}

export function addMissingBrowserParts(): void {
  Object.assign(globalThis, {
    ResizeObserver: MeasuringObserver,
    IntersectionObserver: EverythingVisible,
    matchMedia,
    DOMRect: globalThis.DOMRect,
  });
  HTMLMediaElement.prototype.play = () => Promise.resolve();
  Object.assign(Element.prototype, {
    scrollIntoView: () => undefined,
    hasPointerCapture: () => false,
    setPointerCapture: () => undefined,
    releasePointerCapture: () => undefined,
  });
  const streams = new WeakMap<HTMLMediaElement, MediaProvider | null>();
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    configurable: true,
    get(this: HTMLMediaElement) {
      return streams.get(this) ?? null;
    },
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      streams.set(this, stream);
    },
  });
}
