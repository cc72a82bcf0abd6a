import { spawn, type ChildProcess } from 'node:child_process';

/** What of a process's output is kept for a failure's report. */
const OUTPUT_LIMIT = 200_000;
const TERM_PATIENCE_MS = 8_000;

/** A process of a test, ended by its own id. */
export class Child {
  readonly name: string;
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #output = '';

  constructor(name: string, command: string, args: string[], env: Record<string, string>, folder?: string) {
    this.name = name;
    this.#process = spawn(command, args, {
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(folder === undefined ? {} : { cwd: folder }),
    });
    this.#ended = new Promise<void>((resolve) => {
      this.#process.once('exit', () => resolve());
      this.#process.once('error', (error) => {
        this.#output += String(error);
        resolve();
      });
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.#output = (this.#output + text.toString()).slice(-OUTPUT_LIMIT);
      });
    }
  }

  get output(): string {
    return this.#output;
  }

  get running(): boolean {
    return (
      this.#process.pid !== undefined && this.#process.exitCode === null && this.#process.signalCode === null
    );
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get exitCode(): number | null {
    return this.#process.exitCode;
  }

  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.#ended;
  }

  /** Asks it to end, and makes it end when it takes too long. */
  async stop(): Promise<void> {
    if (!this.running) return;
    this.signal('SIGTERM');
    const patience = setTimeout(() => this.signal('SIGKILL'), TERM_PATIENCE_MS);
    await this.#ended;
    clearTimeout(patience);
  }

  /** Resolves when the check does; fails with the output when the process ends or the time is over. */
  async until(check: () => Promise<boolean> | boolean, patienceMs: number): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!(await check())) {
      if (!this.running) throw new Error(`${this.name} ended early:\n${this.#output}`);
      if (Date.now() > deadline) throw new Error(`${this.name} was not ready in time:\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** The variables that a product process needs of ours, and nothing that would configure it. */
export function plainEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'JAVA_HOME', 'LANG', 'TMPDIR'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
