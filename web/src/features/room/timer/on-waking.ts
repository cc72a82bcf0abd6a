/** Calls back when a page that slept, or was behind another one, goes on; also when it goes behind one. */
export function onWaking(woken: () => void): () => void {
  const events = ['visibilitychange', 'resume', 'pageshow'] as const;
  // Of the three only some bubble; on their way down all pass the window.
  for (const event of events) window.addEventListener(event, woken, true);
  return () => {
    for (const event of events) window.removeEventListener(event, woken, true);
  };
}
