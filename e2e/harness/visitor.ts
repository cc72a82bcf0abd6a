import {
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { speakPlainly } from './plain-voices.ts';
import {
  installProbe,
  readCall,
  watchFrames,
  type CallState,
  type ProbeOptions,
  type TileState,
} from './probe.ts';

export interface VisitorOptions {
  probe?: ProbeOptions;
  context?: BrowserContextOptions;
  plainVoice?: boolean;
}

/** A person with a browser profile of their own, as the web app's pages are used. */
export class Visitor {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: string[] = [];
  /** what the page has asked for and not got yet */
  readonly awaited = new Set<string>();

  private constructor(name: string, context: BrowserContext, page: Page) {
    this.name = name;
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(`${name}: ${error.stack ?? error.message}`));
    page.on('request', (request) => this.awaited.add(request.url()));
    page.on('requestfinished', (request) => this.awaited.delete(request.url()));
    page.on('requestfailed', (request) => this.awaited.delete(request.url()));
  }

  static async arrive(browser: Browser, name: string, options: VisitorOptions = {}): Promise<Visitor> {
    const context = await browser.newContext(options.context);
    await context.addInitScript(installProbe, options.probe ?? {});
    if (options.plainVoice === true) await context.addInitScript(speakPlainly);
    return new Visitor(name, context, await context.newPage());
  }

  /** Opens the room's lobby and fills in the name. */
  async openLobby(roomUrl: string): Promise<void> {
    await this.page.goto(roomUrl);
    await this.page.getByTestId('lobby-name').fill(this.name);
  }

  /** Goes in and waits until the server has let us in. */
  async join(): Promise<void> {
    await this.page.getByTestId('lobby-join').click();
    await this.joined();
  }

  async joined(): Promise<void> {
    await expect(this.page.locator('[data-testid=tile][data-self=true]')).toBeVisible({ timeout: 20_000 });
    await expect(this.page.getByTestId('status-banner')).toBeHidden({ timeout: 20_000 });
  }

  async enter(roomUrl: string): Promise<void> {
    await this.openLobby(roomUrl);
    await this.join();
  }

  async userId(): Promise<string> {
    const own = this.page.locator('[data-testid=tile][data-self=true][data-kind=camera]');
    return (await own.getAttribute('data-user-id')) ?? '';
  }

  call(): Promise<CallState> {
    return this.page.evaluate(readCall);
  }

  tileOf(userId: string) {
    return this.page.locator(`[data-testid=tile][data-kind=camera][data-user-id="${userId}"]`);
  }

  /** Resolves, with the page's time, when there is no tile of this person any more. */
  async gone(userId: string, timeoutMs: number): Promise<number> {
    const handle = await this.page.waitForFunction(
      (id) => !document.querySelector(`[data-testid=tile][data-user-id="${id}"]`) && Date.now(),
      userId,
      { polling: 'raf', timeout: timeoutMs },
    );
    return Number(await handle.jsonValue());
  }

  /** Resolves, with the page's time, when nothing is said about the connection any more. */
  async bannerGone(timeoutMs: number): Promise<number> {
    const handle = await this.page.waitForFunction(
      () => !document.querySelector('[data-testid=status-banner]') && Date.now(),
      undefined,
      { polling: 'raf', timeout: timeoutMs },
    );
    return Number(await handle.jsonValue());
  }

  /** Presses a button from within the page, so that no more than the event lies between; resolves with the time of it. */
  press(testId: string): Promise<number> {
    return this.page.evaluate((id) => {
      const at = Date.now();
      document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.click();
      return at;
    }, testId);
  }

  /** The same at a given time, which the page awaits without doing anything else: it may be late for a timer. */
  pressAt(testId: string, at: number): Promise<number> {
    return this.page.evaluate(
      ([id, time]) =>
        new Promise<number>((resolve) => {
          const aheadMs = 400;
          setTimeout(
            () => {
              while (Date.now() < time);
              const pressedAt = Date.now();
              document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.click();
              resolve(pressedAt);
            },
            time - aheadMs - Date.now(),
          );
        }),
      [testId, at] as const,
    );
  }

  async watchFrames(): Promise<void> {
    await this.page.evaluate(watchFrames);
  }

  /** The longest standstill of a picture since `watchFrames`, in milliseconds. */
  async longestStandstill(): Promise<number> {
    const watch = await this.page.evaluate(() => window.probe.watch);
    if (watch === null || watch.samples < 10) throw new Error('Frames were not watched');
    return watch.maxGapMs;
  }

  /** Waits until the pictures and voices of these people, and the tiles of no others, arrive and go on arriving. */
  async seesAndHears(userIds: string[], { timeoutMs = 30_000 } = {}): Promise<void> {
    await this.#receives(
      userIds,
      (now, before) => now.frames > before.frames && now.energy > before.energy,
      timeoutMs,
    );
  }

  async sees(userIds: string[], { timeoutMs = 30_000 } = {}): Promise<void> {
    await this.#receives(userIds, (now, before) => now.frames > before.frames, timeoutMs);
  }

  async hears(userIds: string[], { timeoutMs = 30_000 } = {}): Promise<void> {
    await this.#receives(userIds, (now, before) => now.energy > before.energy, timeoutMs);
  }

  async #receives(
    userIds: string[],
    rises: (now: TileState, before: TileState) => boolean,
    timeoutMs: number,
  ): Promise<void> {
    const first = new Map<string, TileState>();
    const zero = { frames: 0, energy: 0 };
    const missing = async (): Promise<string[]> => {
      const { tiles } = await this.call();
      return userIds.filter((userId) => {
        const tile = tiles.find((one) => one.userId === userId && one.kind === 'camera');
        if (tile === undefined) return true;
        const before = first.get(userId);
        if (before !== undefined) return !rises(tile, before);
        if (rises(tile, { ...tile, ...zero })) first.set(userId, tile);
        return true;
      });
    };
    await expect
      .poll(missing, { message: `${this.name} receives everyone`, timeout: timeoutMs, intervals: [250] })
      .toEqual([]);
  }
}
