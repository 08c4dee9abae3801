import type { ReactNode } from 'react';

/** The frame of the pages before the dashboard: one thing to do, in the middle of nothing. */
export function EntryPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid w-full max-w-md grow content-start gap-8 px-4 py-16 md:py-28">
      <h1 className="display text-display">{title}</h1>
      {children}
      <noscript>
        <p>This page needs JavaScript.</p>
      </noscript>
    </main>
  );
}
