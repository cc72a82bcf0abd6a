import type { FocusStats, SessionRecord, SessionSummary } from '@/api/history';

const start = Date.UTC(2026, 10, 23, 9);

/** A session's record with nothing in it but what a test says. */
export function recordOf(part: Partial<SessionRecord> = {}): SessionRecord {
  return {
    sessionId: 'abc-defg-hij.1',
    roomId: 'abc-defg-hij',
    roomName: null,
    template: null,
    startedAt: start,
    endedAt: start + 3_600_000,
    mayDelete: false,
    members: [],
    phases: [],
    goals: [],
    standup: [],
    tasksDone: [],
    tasksBooked: [],
    chat: [],
    chatMore: false,
    attendance: [],
    notes: [],
    ...part,
  };
}

export function summaryOf(part: Partial<SessionSummary> = {}): SessionSummary {
  return {
    sessionId: 'abc-defg-hij.1',
    roomId: 'abc-defg-hij',
    startedAt: start,
    endedAt: start + 3_600_000,
    members: [{ memberId: 'member-ann', name: 'Ann' }],
    focusMs: 1_500_000,
    phases: 1,
    ...part,
  };
}

export function statsOf(part: Partial<FocusStats> = {}): FocusStats {
  return {
    zone: 'Europe/Berlin',
    today: '2026-11-23',
    days: [],
    streak: { current: 0, longest: 0 },
    best: null,
    byRoom: [],
    byTask: [],
    week: { ms: 0, lastWeekMs: 0 },
    totalMs: 0,
    ...part,
  };
}
