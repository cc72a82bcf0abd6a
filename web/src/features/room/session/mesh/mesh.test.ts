import { beforeEach, describe, expect, it } from 'vitest';
import type { MeshCommand } from './call';
import { Mesh } from './mesh';
import type { MeshPeer } from './rules';
import {
  HELD_CALLS_MAX,
  HOLD_LIMIT_MS,
  INTERRUPTION_LIMIT_MS,
  PATIENCE_MS,
  UNANSWERED_LIMIT_MS,
} from './timing';

function peer(userId: string, fields: Partial<MeshPeer> = {}): MeshPeer {
  return { userId, protocol: 1, publisher: true, screen: false, wasHereFirst: true, arrivals: 1, ...fields };
}

/** One mesh with the time in its hand. */
class Bench {
  readonly mesh = new Mesh(() => 0.5);
  now = 0;
  self = { userId: 'm', publisher: true };

  constructor() {
    this.mesh.setSignalling(true, 0);
  }

  members(...peers: MeshPeer[]): MeshCommand[] {
    this.mesh.setMembers(this.self, peers, this.now);
    return this.mesh.takeCommands();
  }

  pass(ms: number): MeshCommand[] {
    for (const until = this.now + ms; this.now < until;) {
      this.now += Math.min(500, until - this.now);
      this.mesh.tick(this.now);
    }
    return this.mesh.takeCommands();
  }

  call(callId: string, from: string, attempt: number | null = 1): MeshCommand[] {
    this.mesh.incoming({ callId, from, kind: 'camera', attempt }, this.now);
    return this.mesh.takeCommands();
  }

  connect(callId: string): MeshCommand[] {
    this.mesh.stream(callId, this.now);
    this.mesh.link(callId, true, this.now);
    return this.mesh.takeCommands();
  }

  lose(callId: string): MeshCommand[] {
    this.mesh.link(callId, false, this.now);
    return this.mesh.takeCommands();
  }

  link(userId: string): string {
    return this.mesh.view(userId, this.now).link;
  }
}

const summary = (commands: MeshCommand[]): string[] =>
  commands.map((command) =>
    command.type === 'call' ? `call ${command.to}` : `${command.type} ${command.callId}`,
  );

describe('a mesh', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = new Bench();
  });

  it('calls whom it should and waits for the others', () => {
    expect(summary(bench.members(peer('a'), peer('z')))).toEqual(['call z']);
    expect(summary(bench.pass(PATIENCE_MS - 500))).toEqual([]);
    expect(summary(bench.pass(500))).toContain('call a');
  });

  it('expects a plain client that was here first to call, but not for ever', () => {
    expect(summary(bench.members(peer('a', { protocol: 0 })))).toEqual([]);
    expect(summary(bench.pass(3_500))).toEqual([]);
    expect(summary(bench.pass(500))).toEqual(['call a']);
  });

  it('calls a plain client that came later', () => {
    expect(summary(bench.members(peer('a', { protocol: 0, wasHereFirst: false })))).toEqual(['call a']);
  });

  it('calls nobody while it and the other only listen', () => {
    bench.self = { userId: 'm', publisher: false };
    expect(bench.members(peer('z', { publisher: false }))).toEqual([]);
    expect(bench.pass(60_000)).toEqual([]);
    expect(bench.link('z')).toBe('none');
  });

  it('answers without media when it only listens', () => {
    bench.self = { userId: 'm', publisher: false };
    bench.members(peer('z'));
    expect(bench.call('in-1', 'z')).toEqual([{ type: 'answer', callId: 'in-1', sends: false }]);
  });

  it('waits for the broker', () => {
    bench.mesh.setSignalling(false, 0);
    expect(bench.members(peer('z'))).toEqual([]);
    bench.mesh.setSignalling(true, 0);
    expect(summary(bench.mesh.takeCommands())).toEqual(['call z']);
  });

  it('makes calls that hung on a lost broker anew when it is back', () => {
    bench.members(peer('z'));
    bench.mesh.setSignalling(false, bench.now);
    bench.mesh.setSignalling(true, bench.now);
    expect(summary(bench.mesh.takeCommands())).toEqual(['close out-1', 'call z']);
  });

  it('closes the calls of who leaves, and nothing else', () => {
    bench.members(peer('y'), peer('z'));
    bench.connect('out-1');
    bench.connect('out-2');
    expect(summary(bench.members(peer('z')))).toEqual(['close out-1']);
    expect(bench.link('z')).toBe('connected');
  });
});

describe('two calls that cross', () => {
  it('leave the one of the smaller id', () => {
    const bench = new Bench();
    bench.members(peer('z'));
    expect(summary(bench.call('in-1', 'z'))).toEqual(['close in-1']);
    bench.members(peer('a'), peer('z'));
    bench.pass(PATIENCE_MS);
    expect(summary(bench.call('in-2', 'a')).slice(-1)).toEqual(['answer in-2']);
  });

  it('leave the one of a plain client', () => {
    const bench = new Bench();
    bench.members(peer('z', { protocol: 0, wasHereFirst: false }));
    expect(summary(bench.call('in-1', 'z', null))).toEqual(['close out-1', 'answer in-1']);
  });

  it('leave the newer one of the same caller, however late the older comes', () => {
    const bench = new Bench();
    bench.members(peer('a'));
    bench.call('in-2', 'a', 2);
    expect(summary(bench.call('in-1', 'a', 1))).toEqual(['close in-1']);
    expect(summary(bench.call('in-3', 'a', 3))).toEqual(['close in-2', 'answer in-3']);
  });
});

describe('a call from a stranger', () => {
  it('is answered once membership tells of them', () => {
    const bench = new Bench();
    bench.members();
    expect(bench.call('in-1', 'a')).toEqual([]);
    bench.now = HOLD_LIMIT_MS - 1;
    expect(summary(bench.members(peer('a')))).toEqual(['answer in-1']);
  });

  it('is closed when it never does', () => {
    const bench = new Bench();
    bench.members();
    bench.call('in-1', 'a');
    expect(summary(bench.pass(HOLD_LIMIT_MS))).toEqual(['close in-1']);
    expect(bench.link('a')).toBe('none');
  });

  it('is closed at once when too many are held', () => {
    const bench = new Bench();
    bench.members();
    for (let held = 0; held < HELD_CALLS_MAX; held += 1)
      expect(bench.call(`in-${held}`, 'a', held + 1)).toEqual([]);
    expect(summary(bench.call('in-more', 'a', 99))).toEqual(['close in-more']);
  });
});

describe('healing', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = new Bench();
    bench.members(peer('z'));
    bench.connect('out-1');
  });

  it('waits for ICE to recover by itself', () => {
    bench.lose('out-1');
    expect(bench.link('z')).toBe('interrupted');
    expect(bench.pass(INTERRUPTION_LIMIT_MS - 500)).toEqual([]);
    bench.mesh.link('out-1', true, bench.now);
    expect(bench.link('z')).toBe('connected');
    expect(bench.pass(60_000)).toEqual([]);
  });

  it('then calls again, and closes the old call only when the new one has its stream', () => {
    bench.lose('out-1');
    expect(summary(bench.pass(INTERRUPTION_LIMIT_MS))).toEqual(['call z']);
    bench.mesh.link('out-2', true, bench.now);
    expect(bench.mesh.takeCommands()).toEqual([]);
    bench.mesh.stream('out-2', bench.now);
    expect(summary(bench.mesh.takeCommands())).toEqual(['close out-1']);
    expect(bench.mesh.view('z', bench.now).cameraCall).toBe('out-2');
  });

  it('tries for as long as the other is a member', () => {
    bench.mesh.closed('out-1', bench.now);
    const calls = summary(bench.pass(120_000)).filter((command) => command === 'call z');
    expect(calls.length).toBeGreaterThanOrEqual(4);
    expect(calls.length).toBeLessThanOrEqual(120_000 / UNANSWERED_LIMIT_MS);
    expect(bench.link('z')).toBe('failed');
  });

  it('gives an answered call more time than one that nobody answers', () => {
    bench.mesh.closed('out-1', bench.now);
    expect(summary(bench.pass(1_000))).toEqual(['call z']);
    bench.mesh.answered('out-2', bench.now);
    expect(bench.pass(2 * UNANSWERED_LIMIT_MS)).toEqual([]);
    expect(summary(bench.pass(UNANSWERED_LIMIT_MS))).toContain('close out-2');
  });

  it('tries again soon after the broker found nobody', () => {
    bench.mesh.closed('out-1', bench.now);
    bench.pass(1_000);
    bench.mesh.unavailable('z', bench.now);
    expect(summary(bench.pass(2_000))).toEqual(['close out-2', 'call z']);
  });

  it('is the work of who should call; the other helps out after a while', () => {
    bench.members(peer('a'), peer('z'));
    bench.call('in-1', 'a');
    bench.connect('in-1');
    bench.mesh.closed('in-1', bench.now);
    expect(bench.pass(PATIENCE_MS - 500)).toEqual([]);
    expect(summary(bench.pass(1_000))).toEqual(['call a']);
  });

  it('leaves a call that stands alone when its peer says join again', () => {
    expect(bench.members(peer('z', { arrivals: 2, wasHereFirst: false }))).toEqual([]);
    expect(bench.pass(60_000)).toEqual([]);
  });

  it('calls a plain client anew whose page was loaded again', () => {
    const plain = { protocol: 0, wasHereFirst: false };
    bench = new Bench();
    bench.members(peer('z', plain));
    bench.connect('out-1');
    expect(summary(bench.members(peer('z', { ...plain, arrivals: 2 })))).toEqual(['call z']);
    expect(summary(bench.connect('out-2'))).toEqual(['close out-1']);
  });

  it('forms the call anew when the other is promoted', () => {
    bench = new Bench();
    bench.members(peer('z', { publisher: false }));
    bench.mesh.link('out-1', true, bench.now);
    expect(bench.pass(10_000)).toEqual([]);
    expect(summary(bench.members(peer('z')))).toEqual(['call z']);
    expect(summary(bench.connect('out-2'))).toEqual(['close out-1']);
  });
});

describe('a shared screen', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = new Bench();
    bench.members(peer('a'));
    bench.call('in-1', 'a');
    bench.connect('in-1');
  });

  it('is a call of its own, by its sharer alone', () => {
    bench.mesh.setShare(1, bench.now);
    expect(bench.mesh.takeCommands()).toMatchObject([{ type: 'call', to: 'a', kind: 'screen', sends: true }]);
  });

  it('goes to who comes later', () => {
    bench.mesh.setShare(1, bench.now);
    bench.mesh.takeCommands();
    const kinds = bench
      .members(peer('a'), peer('z'))
      .map((command) => command.type === 'call' && command.kind);
    expect(kinds).toEqual(['camera', 'screen']);
  });

  it('ends for everybody when it stops', () => {
    bench.mesh.setShare(1, bench.now);
    const [call] = bench.mesh.takeCommands();
    bench.mesh.setShare(null, bench.now);
    expect(bench.mesh.takeCommands()).toEqual([{ type: 'close', callId: call?.callId }]);
  });

  it('is shown as long as its sharer says so', () => {
    bench.mesh.incoming({ callId: 'in-2', from: 'a', kind: 'screen', attempt: 2 }, bench.now);
    expect(bench.mesh.takeCommands()).toEqual([{ type: 'answer', callId: 'in-2', sends: false }]);
    bench.connect('in-2');
    bench.members(peer('a', { screen: true }));
    expect(bench.mesh.view('a', bench.now).screenCall).toBe('in-2');
    expect(summary(bench.members(peer('a', { screen: false })))).toEqual(['close in-2']);
    expect(bench.mesh.view('a', bench.now)).toMatchObject({ screenCall: null, cameraCall: 'in-1' });
  });
});
