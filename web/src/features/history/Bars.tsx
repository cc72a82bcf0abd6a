import { useFormats } from './format';

export interface Bar {
  key: string;
  name: string;
  href?: string;
  ms: number;
}

/** Durations by name, each with a bar: a list that reads as well as it looks. */
export function Bars({ rows }: { rows: Bar[] }) {
  const formats = useFormats();
  const most = Math.max(1, ...rows.map(({ ms }) => ms));
  return (
    <ul className="flex flex-col gap-3 rounded-2xl border border-line bg-surface px-4 py-4">
      {rows.map(({ key, name, href, ms }) => (
        <li key={key} className="text-sm">
          <span className="flex justify-between gap-4">
            {href === undefined ? (
              <span className="min-w-0 truncate">{name}</span>
            ) : (
              <a href={href} className="min-w-0 truncate underline underline-offset-4">
                {name}
              </a>
            )}
            <span className="shrink-0 font-medium">{formats.duration(ms)}</span>
          </span>
          <span className="mt-1.5 block h-2 rounded-full bg-sunken" aria-hidden="true">
            <span
              className="block h-full rounded-full bg-accent"
              style={{ width: `${(ms / most) * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
