import type { SessionRecord } from '@/api/history';

/** A stretch of the picture, in hundredths of its width. */
export interface Stretch {
  left: number;
  width: number;
}

export interface TimelineRow {
  memberId: string;
  name: string | null;
  visits: Stretch[];
}

export interface Timeline {
  start: number;
  end: number;
  /** Times worth a mark, at equal distances. */
  marks: { at: number; left: number }[];
  phases: (Stretch & { phase: 'focus' | 'shortBreak' | 'longBreak'; completed: boolean })[];
  rows: TimelineRow[];
}

/** Distances between marks, in minutes. */
const steps = [1, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1_440] as const;
const marksMax = 7;
/** What is shorter could not be seen. */
const leastWidth = 0.4;

/** Where everything of a session stands in its picture; one that goes on is shown up to now. */
export function timelineOf(record: SessionRecord, now: number): Timeline {
  const { startedAt: start } = record;
  const end = Math.max(record.endedAt ?? now, start + 60_000);
  const place = (at: number): number => Math.min(100, Math.max(0, ((at - start) / (end - start)) * 100));
  const stretch = (from: number, to: number | null): Stretch => {
    const left = Math.min(place(from), 100 - leastWidth);
    return { left, width: Math.max(leastWidth, place(to ?? end) - left) };
  };
  return {
    start,
    end,
    marks: marks(start, end).map((at) => ({ at, left: place(at) })),
    phases: record.phases.map(({ phase, completed, startedAt, endedAt }) => ({
      phase,
      completed,
      ...stretch(startedAt, endedAt),
    })),
    rows: record.members.map(({ memberId, name, visits }) => ({
      memberId,
      name,
      visits: visits.map(({ from, to }) => stretch(from, to)),
    })),
  };
}

function marks(start: number, end: number): number[] {
  const minutes = (end - start) / 60_000;
  const step = (steps.find((one) => minutes / one <= marksMax) ?? Math.ceil(minutes / marksMax)) * 60_000;
  const first = Math.ceil(start / step) * step;
  const count = Math.max(0, Math.floor((end - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}
