import { useLayoutEffect, useRef, type ReactNode } from 'react';

interface ScrollRegionProps {
  label: string;
  /** Shows the end first where not everything fits. */
  fromEnd?: boolean;
  className?: string;
  children: ReactNode;
}

/** Something that scrolls sideways by itself where the page is too narrow for it, by keyboard as well. */
export function ScrollRegion({ label, fromEnd = false, className = '', children }: ScrollRegionProps) {
  const region = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (fromEnd && region.current) region.current.scrollLeft = region.current.scrollWidth;
  }, [fromEnd]);
  return (
    <div
      ref={region}
      role="region"
      aria-label={label}
      // What scrolls has to be reached by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={`relative overflow-x-auto ${className}`}
    >
      {children}
    </div>
  );
}
