import { delimiter, join } from 'node:path';
import { Child, plainEnvironment } from './child.ts';
import { accepts, freePort } from './ports.ts';
import { builtClassPath, javaCommand, projectFolder } from './server-command.ts';

const START_PATIENCE_MS = 30_000;

/** Our Socket.IO server with the events of `EventServer`, which the reference server of these tests has too. */
export async function startEventServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const classes = join(projectFolder, 'server', 'target', 'test-classes');
  const child = new Child(
    'EventServer',
    javaCommand(),
    [
      '-cp',
      [classes, builtClassPath()].join(delimiter),
      'app.focusly.server.testing.EventServer',
      String(port),
    ],
    plainEnvironment(),
  );
  await child.until(() => accepts(port), START_PATIENCE_MS);
  return { url: `http://127.0.0.1:${port}`, stop: () => child.stop() };
}
