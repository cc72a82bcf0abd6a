import clsx from 'clsx';
import { colourIndex, initials } from './initials';

/** Dark enough for white letters at AA in both themes. */
const colours = [
  'bg-[#14624f]',
  'bg-[#7a4a12]',
  'bg-[#5b3b8c]',
  'bg-[#1f5c8b]',
  'bg-[#8a2f4b]',
  'bg-[#3f6212]',
  'bg-[#6b4f00]',
  'bg-[#0f5f6b]',
];

/** Initials on a colour that belongs to the person. Decorative: the name stands beside it. */
export function Avatar({ name, seed, className }: { name: string; seed: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'grid shrink-0 place-items-center rounded-full font-semibold text-white select-none',
        colours[colourIndex(seed, colours.length)],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
