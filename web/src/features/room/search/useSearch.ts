import { useEffect, useState } from 'react';
import type { Finds } from '@/realtime/schemas-search';
import { useSession } from '../session-context';

/** Who types is asked for no longer than this. */
const PAUSE_MS = 250;

export const TEXT_MAX = 100;

type Search = { state: 'idle' | 'searching' | 'failed' } | { state: 'found'; text: string; finds: Finds };

const IDLE: Search = { state: 'idle' };

/** What the room wrote that has the text, soon after it has been typed. */
export function useSearch(text: string): Search {
  const session = useSession();
  const [search, setSearch] = useState<Search>(IDLE);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return;
    let over = false;
    const ask = async (): Promise<void> => {
      setSearch((before) => (before.state === 'found' ? before : { state: 'searching' }));
      const answer = await session.search(wanted);
      if (over) return;
      // Somebody who types fast: the search before this one has not come to its end.
      if (answer?.ok === false && answer.code === 'rate-limited')
        timer = setTimeout(() => void ask(), PAUSE_MS);
      else setSearch(answer?.ok ? { state: 'found', text: wanted, finds: answer } : { state: 'failed' });
    };
    let timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [session, wanted]);
  return wanted === '' ? IDLE : search;
}
