import { useState, type KeyboardEvent } from 'react';
import { completed, mentionChoices, mentionQuery, type Mentionable } from './mentions';

interface MentionMenu {
  choices: readonly Mentionable[];
  active: number;
  choose: (person: Mentionable) => void;
  /** True where the key was for the menu. */
  onKey: (event: KeyboardEvent) => boolean;
}

/** The people to choose from while an @ is being written. */
export function useMentionMenu(
  people: readonly Mentionable[],
  text: string,
  caret: number,
  onChange: (text: string, caret: number) => void,
): MentionMenu {
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const query = mentionQuery(text, caret);
  const choices = query === null || query.start === closedAt ? [] : mentionChoices(people, query.text);
  const chosen = Math.min(active, choices.length - 1);

  const choose = (person: Mentionable): void => {
    if (query === null) return;
    const after = completed(text, caret, query, person.name);
    setActive(0);
    onChange(after.text, after.caret);
  };

  const onKey = (event: KeyboardEvent): boolean => {
    const person = choices[chosen];
    if (person === undefined) return false;
    if (event.key === 'ArrowDown') setActive((chosen + 1) % choices.length);
    else if (event.key === 'ArrowUp') setActive((chosen + choices.length - 1) % choices.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(person);
    else if (event.key === 'Escape') setClosedAt(query?.start ?? null);
    else return false;
    return true;
  };

  return { choices, active: chosen, choose, onKey };
}
