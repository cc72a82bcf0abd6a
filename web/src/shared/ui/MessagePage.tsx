import { useEffect, useRef, type ReactNode } from 'react';
import { useDocumentTitle } from '../hooks/useDocumentTitle';
import { PageFrame } from './PageFrame';

interface MessagePageProps {
  icon: ReactNode;
  title: string;
  text: string;
  detail?: string | undefined;
  /** Buttons and links. */
  children: ReactNode;
}

/** One message and what can be done now. Takes the focus, since it replaces what the person was in. */
export function MessagePage({ icon, title, text, detail, children }: MessagePageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(`${title} · Focusly`);
  useEffect(() => heading.current?.focus(), []);
  return (
    <PageFrame>
      <section className="m-auto flex max-w-md flex-col items-center py-10 text-center">
        <span className="mb-6 grid size-16 place-items-center rounded-full bg-accent-soft text-accent">
          {icon}
        </span>
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight">
          {title}
        </h1>
        <p className="mt-3 text-muted">{text}</p>
        {detail !== undefined && <p className="mt-3 text-sm text-muted">{detail}</p>}
        <div className="mt-8 flex flex-wrap justify-center gap-3">{children}</div>
      </section>
    </PageFrame>
  );
}
