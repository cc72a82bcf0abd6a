import { chromium, type Browser, type LaunchOptions } from '@playwright/test';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Only loopback exists here: candidates on it must be used, and named by address, since nothing answers mDNS.
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** Devices that show a moving picture and beep, and the questions for them answered with yes. */
export const fakeDevices = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

export function chromiumOptions(extra: string[] = fakeDevices): LaunchOptions {
  return {
    executablePath: process.env['E2E_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: [...flags, ...extra],
  };
}

export function launchChromium(extra?: string[]): Promise<Browser> {
  return chromium.launch(chromiumOptions(extra));
}

/** A browser in a process group of its own, which can be frozen as a laptop's lid does it. */
export class FreezableBrowser {
  readonly browser: Browser;
  readonly #group: number;
  readonly #close: () => Promise<void>;

  private constructor(browser: Browser, group: number, close: () => Promise<void>) {
    this.browser = browser;
    this.#group = group;
    this.#close = close;
  }

  static async launch(): Promise<FreezableBrowser> {
    const server = await chromium.launchServer(chromiumOptions());
    const { pid } = server.process();
    if (pid === undefined) throw new Error('Chromium did not start');
    const browser = await chromium.connect(server.wsEndpoint());
    return new FreezableBrowser(browser, pid, () => server.close());
  }

  freeze(): void {
    process.kill(-this.#group, 'SIGSTOP');
  }

  thaw(): void {
    process.kill(-this.#group, 'SIGCONT');
  }

  async close(): Promise<void> {
    this.thaw();
    await this.#close();
  }
}
