import type { ReactNode } from 'react';
import { Logo } from './Logo';
import { Preferences } from './Preferences';

/** The page outside a room: mark and preferences above, content below. */
export function PageFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-full flex-col">
      <header className="mx-auto flex w-full max-w-6xl items-center justify-between px-5 py-4 sm:px-8">
        <a href="/" className="rounded-xl" aria-label="Focusly">
          <Logo withName />
        </a>
        <Preferences />
      </header>
      <main className="mx-auto flex w-full max-w-6xl flex-1 flex-col px-5 pb-10 sm:px-8">{children}</main>
    </div>
  );
}
