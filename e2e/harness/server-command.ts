import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const moduleFolder = join(import.meta.dirname, '..');

interface Command {
  command: string;
  args: string[];
}

/**
 * How the server under test is started: as built by Maven, whose class path `run` was given, or by `E2E_SERVER`, a command
 * line with which the same tests run against something else, such as the Node pair or an unpacked distribution.
 */
export function serverCommand(): Command {
  const other = process.env['E2E_SERVER'];
  if (other) {
    const [command = '', ...args] = other.split(' ');
    return { command, args };
  }
  const home = process.env['JAVA_HOME'];
  return {
    command: home ? join(home, 'bin', 'java') : 'java',
    args: ['--enable-native-access=ALL-UNNAMED', '-cp', classPath(), 'app.focusly.server.Main'],
  };
}

function classPath(): string {
  const file = join(moduleFolder, 'target', 'class-path');
  if (!existsSync(file)) throw new Error('The server is not built: run ./focusly test, or mvn verify');
  return readFileSync(file, 'utf8').trim();
}
