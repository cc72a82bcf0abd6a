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

/** A laptop's window: every least width is reached. */
function matchMedia(media: string): MediaQueryList {
  return {
    media,
    matches: media.includes('min-width'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
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
