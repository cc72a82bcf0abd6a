import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../session-context';
import type { RoomSessionState } from '../session/types';
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

/** How members are called: as they are now, else as in what they wrote, else as somebody who has left. */
export function useMemberNames(memberIds: readonly string[]): readonly string[] {
  const { t } = useTranslation();
  // A string, so that who draws a name draws again only when it has changed.
  const names = useRoom((state) => memberIds.map((memberId) => nameIn(state, memberId)).join(SEPARATOR));
  return useMemo(
    () =>
      (names === '' ? memberIds.map(() => '') : names.split(SEPARATOR)).map(
        (name) => name || t('chat.someone'),
      ),
    [names, memberIds, t],
  );
}

export function useMemberName(memberId: string, written = ''): string {
  const { t } = useTranslation();
  const name = useRoom((state) => nameIn(state, memberId));
  return [name, written].find((known) => known !== '') ?? t('chat.someone');
}

/** Names have no line breaks. */
const SEPARATOR = '\n';

function nameIn({ self, others, chat }: RoomSessionState, memberId: string): string {
  const present = self?.memberId === memberId ? self : others.find((one) => one.memberId === memberId);
  const name = present?.name ?? chat?.messages.findLast(({ by }) => by === memberId)?.name ?? '';
  return name.replaceAll(SEPARATOR, ' ');
}
