import { Coturn } from '../harness/coturn.ts';
import { expect, test } from '../harness/test.ts';
import type { Visitor } from '../harness/visitor.ts';

test('two people who can only be relayed see and hear each other', async ({ startServer, arrive }) => {
  const turn = await Coturn.start();
  try {
    const server = await startServer({
      FOCUSLY_TURN_URLS: `${turn.url}?transport=udp`,
      FOCUSLY_TURN_SECRET: turn.secret,
    });
    const room = `${server.url}/r/${await server.createRoom()}`;
    const probe = { relayOnly: true };
    const [anna, ben] = [await arrive('Anna', { probe }), await arrive('Ben', { probe })];
    await Promise.all([anna.enter(room), ben.enter(room)]);
    await anna.seesAndHears([await ben.userId()]);
    await ben.seesAndHears([await anna.userId()]);
    for (const visitor of [anna, ben]) {
      expect(await selectedCandidates(visitor)).toEqual([{ local: 'relay', remote: 'relay' }]);
      expect(await askedServers(visitor)).toEqual([`${turn.url}?transport=udp`]);
    }
    expect(turn.log).toContain('ALLOCATE processed, success');
  } finally {
    await turn.stop();
  }
});

/** How each connected peer connection reaches the other. */
function selectedCandidates({ page }: Visitor): Promise<{ local: string; remote: string }[]> {
  return page.evaluate(async () => {
    const selected = [];
    for (const connection of window.probe.connections) {
      if (connection.connectionState !== 'connected') continue;
      const stats = (await connection.getStats()) as unknown as Map<string, Record<string, string>>;
      const transport = [...stats.values()].find(({ type }) => type === 'transport');
      const pair = stats.get(transport?.['selectedCandidatePairId'] ?? '');
      const typeOf = (id?: string): string => stats.get(id ?? '')?.['candidateType'] ?? '';
      selected.push({
        local: typeOf(pair?.['localCandidateId']),
        remote: typeOf(pair?.['remoteCandidateId']),
      });
    }
    return selected;
  });
}

/** Every ICE server of the connections that were used; PeerJS makes one more, to see what the browser can do. */
function askedServers({ page }: Visitor): Promise<string[]> {
  return page.evaluate(() => {
    const used = window.probe.connections.filter(({ localDescription }) => localDescription !== null);
    const servers = used.flatMap((one) => one.getConfiguration().iceServers ?? []);
    return [...new Set(servers.flatMap(({ urls }) => urls))];
  });
}
