// What every server here does: take a free port of the loopback, say which, and collect garbage when asked.

/** Listens, and tells the benchmark the port on standard output. */
export const listen = (server) => {
  server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
    console.log(`listening ${server.address().port}`);
  });
  // Needs --expose-gc; without it the signal does nothing.
  process.on('SIGUSR2', () => {
    globalThis.gc?.();
    console.log('collected');
  });
  process.on('SIGTERM', () => process.exit(0));
};
