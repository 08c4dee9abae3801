import type { ReactNode } from 'react';

/** What a page of the account is, and in a sentence what for. */
export function AreaTitle({ children, text }: { children: ReactNode; text?: string }) {
  return (
    <header className="grid gap-3">
      <h1 className="display text-display">{children}</h1>
      {text === undefined ? null : <p className="max-w-[38rem] text-lg text-muted">{text}</p>}
    </header>
  );
}
