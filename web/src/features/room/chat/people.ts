import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../session-context';
import type { Mentionable } from './mentions';

/** The others in the room, each once, whatever the number of their tabs. */
export function useOthers(): readonly Mentionable[] {
  const others = useRoom((state) => state.others);
  const me = useRoom((state) => state.self?.memberId ?? null);
  return useMemo(() => {
    const named = others.filter(({ name, memberId }) => name.trim() !== '' && memberId !== me);
    return [...new Map(named.map(({ memberId, name }) => [memberId, { memberId, name }])).values()];
  }, [others, me]);
}

/** How a member is called: as they are now, else as in what they wrote, else as somebody who has left. */
export function useMemberName(): (memberId: string, written?: string) => string {
  const { t } = useTranslation();
  const self = useRoom((state) => state.self);
  const others = useRoom((state) => state.others);
  const messages = useRoom((state) => state.chat?.messages);
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const { by, name } of messages ?? []) if (name !== '') names.set(by, name);
    for (const { memberId, name } of self ? [...others, self] : others)
      if (name !== '') names.set(memberId, name);
    return (memberId, written) => names.get(memberId) ?? nameless(written, t('chat.someone'));
  }, [self, others, messages, t]);
}

function nameless(written: string | undefined, otherwise: string): string {
  return written === undefined || written === '' ? otherwise : written;
}
