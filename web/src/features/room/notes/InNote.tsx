import { useTranslation } from 'react-i18next';
import { Avatar } from '@/shared/ui/Avatar';
import { useMemberNames } from '../chat/people';
import { useRoom } from '../session-context';

const SHOWN_MAX = 3;
const NOBODY: readonly string[] = [];

/** Who is in a note now, as pictures with their names for who cannot see them. */
export function InNote({ noteId }: { noteId: number }) {
  const { t } = useTranslation();
  const members = useRoom((state) => state.noteMembers[noteId] ?? NOBODY);
  const names = useMemberNames(members);
  if (members.length === 0) return null;
  return (
    <span className="flex shrink-0 items-center -space-x-1.5" data-testid="in-note">
      {members.slice(0, SHOWN_MAX).map((memberId, index) => (
        <Avatar
          key={memberId}
          name={names[index] ?? ''}
          seed={memberId}
          className="size-6 border border-raised text-[0.6rem]"
        />
      ))}
      {members.length > SHOWN_MAX && (
        <span aria-hidden="true" className="pl-2.5 text-xs text-muted">
          +{members.length - SHOWN_MAX}
        </span>
      )}
      <span className="sr-only">{t('notes.inIt', { names: names.join(', ') })}</span>
    </span>
  );
}
