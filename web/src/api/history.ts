import { z, type ZodType } from '@/shared/schema';
import { requestJson, requestNothing } from './http';

/** Who was in a session; a member who was deleted has no name any more. */
export interface Attendee {
  memberId: string;
  name: string | null;
}

/** One session among a room's. Times are in milliseconds since 1970; one that goes on has no end. */
export interface SessionSummary {
  sessionId: string;
  roomId: string;
  startedAt: number;
  endedAt: number | null;
  members: Attendee[];
  focusMs: number;
  phases: number;
}

interface Span {
  from: number;
  to: number | null;
}

export interface SessionMember extends Attendee {
  role: string;
  visits: Span[];
  focusMs: number;
}

export interface SessionPhase {
  phase: 'focus' | 'shortBreak' | 'longBreak';
  startedAt: number;
  endedAt: number | null;
  completed: boolean;
  pauses: Span[];
}

export interface SessionGoal extends Attendee {
  goalId: number;
  text: string;
  outcome: 'done' | 'partly' | 'not' | null;
  word: string | null;
}

export interface StandupAnswer extends Attendee {
  yesterday: string | null;
  today: string | null;
  blockers: string | null;
}

export interface SessionTask {
  taskId: number;
  title: string;
  at: number | null;
}

export interface SessionMessage {
  messageId: number;
  at: number;
  name: string | null;
  text: string | null;
}

export interface AttendanceRow extends Attendee {
  from: number;
  to: number | null;
  minutes: number;
}

/** All that is kept of one session. */
export interface SessionRecord {
  sessionId: string;
  roomId: string;
  roomName: string | null;
  template: string | null;
  startedAt: number;
  endedAt: number | null;
  mayDelete: boolean;
  members: SessionMember[];
  phases: SessionPhase[];
  goals: SessionGoal[];
  standup: StandupAnswer[];
  tasksDone: SessionTask[];
  tasksBooked: SessionTask[];
  chat: SessionMessage[];
  chatMore: boolean;
  attendance: AttendanceRow[];
  /** As they stood at the session's end. */
  notes: SessionNote[];
}

export interface SessionNote {
  noteId: number;
  title: string;
  markdown: string;
}

/** A day of somebody's own time zone, as `YYYY-MM-DD`, with what they focused in it. */
export interface FocusDay {
  day: string;
  ms: number;
  phases: number;
}

export interface FocusStats {
  zone: string;
  today: string;
  days: FocusDay[];
  streak: { current: number; longest: number };
  best: { day: string; ms: number } | null;
  byRoom: { roomId: string; name: string | null; ms: number }[];
  byTask: { title: string; ms: number }[];
  week: { ms: number; lastWeekMs: number };
  totalMs: number;
}

export type SessionFormat = 'json' | 'csv' | 'md' | 'ics';
export type StatsFormat = 'csv' | 'ics';

const time = z.number().nonnegative();
const count = z.number().int().nonnegative();
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const instant = time.nullish().transform((value) => value ?? null);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const attendee = z.object({ memberId: z.string(), name: text });
const span = z.object({ from: time, to: instant });

const summarySchema: ZodType<SessionSummary> = z.object({
  sessionId: z.string(),
  roomId: z.string(),
  startedAt: time,
  endedAt: instant,
  members: z.array(attendee),
  focusMs: time,
  phases: count,
});

const pageSchema: ZodType<{ sessions: SessionSummary[]; more: boolean }> = z.object({
  sessions: z.array(summarySchema),
  more: z.boolean(),
});

const task = z.object({ taskId: z.number(), title: z.string(), at: instant });

const recordSchema: ZodType<SessionRecord> = z
  .object({
    sessionId: z.string(),
    roomId: z.string(),
    roomName: text,
    template: text,
    startedAt: time,
    endedAt: instant,
    mayDelete: z.boolean().catch(false),
    members: z.array(attendee.extend({ role: z.string(), visits: z.array(span), focusMs: time })),
    phases: z.array(
      z.object({
        phase: z.enum(['focus', 'shortBreak', 'longBreak']),
        startedAt: time,
        endedAt: instant,
        completed: z.boolean(),
        pauses: z.array(span).catch([]),
      }),
    ),
    goals: z.array(
      attendee.extend({
        goalId: z.number(),
        text: z.string(),
        outcome: z.enum(['done', 'partly', 'not']).nullable().catch(null),
        word: text,
      }),
    ),
    standup: z.object({
      answers: z.array(attendee.extend({ yesterday: text, today: text, blockers: text })),
    }),
    tasks: z.object({ done: z.array(task), booked: z.array(task) }),
    chat: z.object({
      messages: z.array(z.object({ messageId: z.number(), at: time, name: text, text })),
      more: z.boolean(),
    }),
    attendance: z.array(attendee.extend({ from: time, to: instant, minutes: count })).catch([]),
    notes: z.array(z.object({ noteId: z.number(), title: z.string(), markdown: z.string() })).catch([]),
  })
  .transform(({ standup, tasks, chat, ...record }) => ({
    ...record,
    standup: standup.answers,
    tasksDone: tasks.done,
    tasksBooked: tasks.booked,
    chat: chat.messages,
    chatMore: chat.more,
  }));

const statsSchema: ZodType<FocusStats> = z.object({
  zone: z.string(),
  today: day,
  days: z.array(z.object({ day, ms: time, phases: count })),
  streak: z.object({ current: count, longest: count }),
  best: z.object({ day, ms: time }).nullable(),
  byRoom: z.array(z.object({ roomId: z.string(), name: text, ms: time })),
  byTask: z.array(z.object({ title: z.string(), ms: time })),
  week: z.object({ ms: time, lastWeekMs: time }),
  totalMs: time,
});

/** The zone in which this browser counts days. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The newest sessions of a room that may be read, or those before one. */
export function sessionsOf(roomId: string, before: string | null, signal: AbortSignal) {
  const query = before === null ? '' : `?before=${encodeURIComponent(before)}`;
  return requestJson(`/api/rooms/${encodeURIComponent(roomId)}/sessions${query}`, pageSchema, { signal });
}

export function sessionRecord(sessionId: string, signal: AbortSignal): Promise<SessionRecord> {
  return requestJson(sessionPath(sessionId), recordSchema, { signal });
}

/** Deletes a session for everybody, for good. */
export function deleteSession(sessionId: string): Promise<void> {
  return requestNothing(sessionPath(sessionId), { method: 'DELETE' });
}

export function focusStats(zone: string, signal: AbortSignal): Promise<FocusStats> {
  return requestJson(`/api/me/stats?zone=${encodeURIComponent(zone)}`, statsSchema, { signal });
}

export const sessionExport = (sessionId: string, format: SessionFormat): string =>
  `${sessionPath(sessionId)}/export?format=${format}`;

export const statsExport = (format: StatsFormat): string => `/api/me/stats/export?format=${format}`;

const sessionPath = (sessionId: string): string => `/api/sessions/${encodeURIComponent(sessionId)}`;
