import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const moduleFolder = join(import.meta.dirname, '..');
export const projectFolder = join(moduleFolder, '..');

interface Command {
  command: string;
  args: string[];
}

/**
 * How the server under test is started: from the jars that Maven built, with the launcher's options, or by `E2E_SERVER`, a
 * command line with which the same tests run against something else, such as an unpacked archive or the Node pair.
 */
export function serverCommand(): Command {
  const other = process.env['E2E_SERVER'];
  if (other) {
    const [command = '', ...args] = other.split(' ');
    return { command, args };
  }
  const options = `@${join(projectFolder, 'launcher', 'java.options')}`;
  return { command: javaCommand(), args: [options, '-cp', builtClassPath(), 'app.focusly.server.Main'] };
}

export function javaCommand(): string {
  const home = process.env['JAVA_HOME'];
  return home ? join(home, 'bin', 'java') : 'java';
}

export function builtClassPath(): string {
  const folder = join(projectFolder, 'server', 'target');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const jar = files.find((file) => /^focusly-server-[\d.]+(-SNAPSHOT)?\.jar$/.test(file));
  if (jar === undefined || !files.includes('lib'))
    throw new Error('The server is not built: run ./focusly test, or mvn verify');
  return [join(folder, jar), join(folder, 'lib', '*')].join(delimiter);
}
