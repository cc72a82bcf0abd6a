import { test as base, expect } from '@playwright/test';
import { Focusly } from './focusly.ts';
import { PeerServer } from './peer-server.ts';

/** The contract is shown twice: by our server, and by npm's PeerServer, with which it must agree or be said to differ. */
export const targets = ['focusly', 'peer'] as const;
export type Target = (typeof targets)[number];

export type Broker = Focusly | PeerServer;

/** PeerServer's options by its own names; ours knows them, too. */
export interface BrokerOptions {
  key?: string;
  path?: string;
  expire_timeout?: number;
  alive_timeout?: number;
  concurrent_limit?: number;
  allow_discovery?: boolean;
  cleanup_out_msgs?: number;
  /** the origins that may ask, if not all */
  origins?: string[];
}

/** Whoever is silent goes soon; what waits, waits as long as by default. */
export const SHORT_LIVED = { alive_timeout: 700, allow_discovery: true } satisfies BrokerOptions;

/** At a path of its own, for few origins, and nobody is listed. */
export const ELSEWHERE: BrokerOptions = {
  path: '/apps/signal',
  origins: ['https://a.example', 'https://b.example'],
};

/** For one peer at a time, at a path of its own, and nobody is listed. */
export const LONELY: BrokerOptions = { path: '/apps/signal', concurrent_limit: 1 };

/** For what is to be had before it expires, however busy the machine is. */
export const PATIENT: BrokerOptions = { expire_timeout: 30_000 };

/** For tests that have no wish but to wait little. */
export const QUICK: BrokerOptions = { expire_timeout: 300, cleanup_out_msgs: 100, allow_discovery: true };

export function startBroker(target: Target, { origins, ...options }: BrokerOptions = {}): Promise<Broker> {
  if (target === 'peer')
    return PeerServer.library({ ...options, ...(origins && { corsOptions: { origin: origins } }) });
  return Focusly.start(
    origins ? { FOCUSLY_ORIGINS: origins.join(',') } : {},
    Object.entries(options).map(([name, value]) => `peerjs.${name}=${value}`),
  );
}

interface TestFixtures {
  /** A broker for one test alone, stopped with it. */
  kept: <B extends Broker>(started: Promise<B>) => Promise<B>;
}

interface WorkerFixtures {
  /** A broker with these options, which all tests that ask for the same ones share. */
  broker: (target: Target, options?: BrokerOptions) => Promise<Broker>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  broker: [
    async ({}, use) => {
      const shared = new Map<string, Promise<Broker>>();
      await use((target, options = QUICK) => {
        const name = JSON.stringify([target, options]);
        const broker = shared.get(name) ?? startBroker(target, options);
        shared.set(name, broker);
        return broker;
      });
      await Promise.all([...shared.values()].map(async (broker) => (await broker).stop()));
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  kept: async ({}, use) => {
    const started: Broker[] = [];
    await use(async (starting) => {
      const broker = await starting;
      started.push(broker);
      return broker;
    });
    await Promise.all(started.map((broker) => broker.stop()));
  },
});

export { expect };
