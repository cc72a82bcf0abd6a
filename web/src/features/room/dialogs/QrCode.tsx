import { useMemo } from 'react';
import { encode } from 'uqr';

/** Light modules that scanners want around the code, by ISO/IEC 18004. */
const quietZone = 4;

/** Always dark on light: scanners do not read the inverse reliably. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => draw(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-36 shrink-0 rounded-xl border border-line"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#0c1210" />
    </svg>
  );
}

function draw(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
