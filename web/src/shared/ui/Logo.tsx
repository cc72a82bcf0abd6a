/** The mark: an almost closed ring around one calm point. */
export function Logo({ withName = false }: { withName?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg viewBox="0 0 64 64" className="size-8 shrink-0" aria-hidden="true">
        <rect width="64" height="64" rx="18" className="fill-accent" />
        <path
          d="M32 13a19 19 0 1 1-18.4 14.3"
          fill="none"
          className="stroke-accent-ink"
          strokeWidth="6"
          strokeLinecap="round"
        />
        <circle cx="32" cy="32" r="8" className="fill-accent-ink" opacity="0.75" />
      </svg>
      {withName && <span className="text-lg font-semibold tracking-tight">Focusly</span>}
    </span>
  );
}
