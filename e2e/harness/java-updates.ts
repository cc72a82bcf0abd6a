import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { javaCommand, projectFolder } from './server-command.ts';

/** The Java module `yjs` as a process: asked one thing after the other, each answered. */
export class JavaUpdates {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor() {
    const folders = ['classes', 'test-classes'].map((name) => join(projectFolder, 'yjs', 'target', name));
    if (!folders.every((folder) => existsSync(folder)))
      throw new Error('The module yjs is not built: run mvn verify');
    const classPath = folders.join(delimiter);
    this.#process = spawn(javaCommand(), ['-cp', classPath, 'app.focusly.yjs.UpdatePeer']);
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  merge(updates: Uint8Array[]): Promise<Uint8Array> {
    return this.#bytes('merge', updates);
  }

  diff(update: Uint8Array, stateVector: Uint8Array): Promise<Uint8Array> {
    return this.#bytes('diff', [update, stateVector]);
  }

  stateVector(update: Uint8Array): Promise<Uint8Array> {
    return this.#bytes('state-vector', [update]);
  }

  withoutDeleted(update: Uint8Array): Promise<Uint8Array> {
    return this.#bytes('without-deleted', [update]);
  }

  /** What stands in the document, as JSON (`DocumentJson` of the module's tests). */
  async document(update: Uint8Array): Promise<unknown> {
    return JSON.parse(Buffer.from(await this.#bytes('document', [update])).toString());
  }

  stop(): void {
    this.#process.stdin.end();
  }

  async #bytes(question: string, values: Uint8Array[]): Promise<Uint8Array> {
    return new Uint8Array(Buffer.from(await this.#ask(question, values), 'base64'));
  }

  async #ask(question: string, values: Uint8Array[]): Promise<string> {
    const words = [question, ...values.map((value) => Buffer.from(value).toString('base64'))];
    this.#process.stdin.write(`${words.join(' ')}\n`);
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error('Java ended');
    if (value.startsWith('!')) throw new Error(`Java refused to ${question}: ${value.slice(1)}`);
    return value;
  }
}
