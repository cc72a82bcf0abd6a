import { useMemo } from 'react';
import { useRoom } from '../session-context';
import type { Participant } from '../session/types';
import { peopleOf } from '../people/model';
import type { Task } from './model';

/** Somebody whom a task can be given to. */
export interface Assignable {
  memberId: string;
  name: string;
}

/** Who is here, and who has tasks though they have gone. */
export function useAssignable(tasks: readonly Task[]): readonly Assignable[] {
  const self = useRoom((state) => state.self);
  const others = useRoom((state) => state.others);
  return useMemo(() => assignable(self, others, tasks), [self, others, tasks]);
}

export function assignable(
  self: Participant | null,
  others: readonly Participant[],
  tasks: readonly Task[],
): readonly Assignable[] {
  const people = new Map<string, Assignable>();
  for (const { assignee, assigneeName } of tasks)
    if (assignee !== null) people.set(assignee, { memberId: assignee, name: assigneeName });
  const here = peopleOf(self, others).map(({ memberId, name }) => ({ memberId, name }));
  for (const { memberId } of here) people.delete(memberId);
  return [...here, ...people.values()];
}
