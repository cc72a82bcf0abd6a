import { useTranslation } from 'react-i18next';
import { Avatar } from '@/shared/ui/Avatar';
import type { Mentionable } from './mentions';

interface MentionMenuProps {
  id: string;
  menu: { choices: readonly Mentionable[]; active: number; choose: (person: Mentionable) => void };
}

/** The people that fit what stands after the @. The keys stay with the field. */
export function MentionMenu({ id, menu }: MentionMenuProps) {
  const { t } = useTranslation();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('chat.mentionList')}
      className="absolute inset-x-2 bottom-full z-10 rounded-xl border border-line bg-raised p-1 shadow-lift"
    >
      {menu.choices.map((person, index) => (
        // The field has the focus and the keys; this is for the pointer.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={person.memberId}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === menu.active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => menu.choose(person)}
          className={`flex min-h-10 cursor-pointer items-center gap-2 rounded-lg px-2 text-sm hover:bg-ink/8 ${
            index === menu.active ? 'bg-accent-soft' : ''
          }`}
        >
          <Avatar name={person.name} seed={person.memberId} className="size-7 text-xs" />
          <span className="truncate">{person.name}</span>
        </div>
      ))}
    </div>
  );
}
