/** Keeps the shell for moments without a network. A new version waits for the next page load, never for a call. */
export function registerServiceWorker(): void {
  const workers = (navigator as Partial<Navigator>).serviceWorker;
  // Absent over plain HTTP; not served by the dev server.
  if (!import.meta.env.PROD || !workers) return;
  // Forbidden by a private window: the app works without.
  workers.register('/sw.js', { scope: '/' }).catch(() => undefined);
}
