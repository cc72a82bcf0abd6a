/** Calls back when a page that slept, or was behind another one, is seen again. */
export function onWaking(woken: () => void): () => void {
  const events = ['visibilitychange', 'resume', 'pageshow'] as const;
  const act = (): void => {
    if (document.visibilityState === 'visible') woken();
  };
  // Of the three only some bubble; on their way down all pass the window.
  for (const event of events) window.addEventListener(event, act, true);
  return () => {
    for (const event of events) window.removeEventListener(event, act, true);
  };
}
