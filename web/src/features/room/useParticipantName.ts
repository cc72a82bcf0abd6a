import { useTranslation } from 'react-i18next';
import type { Participant } from './session/types';

/** How a person is called on the page; a plain client may have no name. */
export function useParticipantName(): (participant: Participant) => string {
  const { t } = useTranslation();
  return ({ name, isSelf }) => {
    const known = name.trim() || t('room.unnamed');
    return isSelf ? t('room.youNamed', { name: known }) : known;
  };
}
