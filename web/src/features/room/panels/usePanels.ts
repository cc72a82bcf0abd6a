import { useMemo } from 'react';
import { useRoom } from '../session-context';
import { isStandup } from '../standup/turns';
import { panels, type Panel } from './registry';

/** The panels that this room has, in the order of their buttons. */
export function usePanels(): readonly Panel[] {
  const standup = useRoom(isStandup);
  return useMemo(
    () => panels.filter(({ only }) => only === undefined || only === (standup ? 'standup' : 'other')),
    [standup],
  );
}
