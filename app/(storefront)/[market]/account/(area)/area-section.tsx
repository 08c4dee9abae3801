import type { ReactNode } from 'react';

/** A part of an account's page: what it is to the left, what can be done to the right. */
export function AreaSection({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-12 gap-y-5 border-t border-line pt-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <div className="grid content-start gap-2">
        <h2 id={id} className="display text-title">
          {title}
        </h2>
        {text === undefined ? null : <p className="text-muted">{text}</p>}
      </div>
      <div className="grid min-w-0 max-w-md content-start gap-5">{children}</div>
    </section>
  );
}
