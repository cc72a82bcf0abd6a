const COUNT_MAX = 99;

/** How much is new behind a button, at its corner; none is not shown. The button's name says it too. */
export function CountMark({ count }: { count: number }) {
  if (count <= 0) return null;
  return (
    <span
      aria-hidden="true"
      data-testid="unread-count"
      className="absolute -top-1.5 -right-1.5 grid h-5 min-w-5 place-items-center rounded-full bg-danger px-1 text-xs font-semibold text-danger-ink"
    >
      {count > COUNT_MAX ? `${COUNT_MAX}+` : count}
    </span>
  );
}
