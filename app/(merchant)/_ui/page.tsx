import type { ReactNode } from 'react';
import { Link } from './link';
import { TabTitle } from './tab-title';

type Props = {
  title: string;
  /** Where it belongs: the list that a single thing is of. */
  parent?: { href: string; label: string } | undefined;
  /** Beside the title: what state it is in. */
  aside?: ReactNode;
  /** What can be done here. */
  actions?: ReactNode;
  /** Under the title, in a sentence. */
  lead?: ReactNode;
  children: ReactNode;
};

/** A page of the dashboard: what it is, what can be done here, and the thing itself. */
export function Page({ title, parent, aside, actions, lead, children }: Props) {
  return (
    <main className="mx-auto grid w-full max-w-[84rem] content-start gap-6 px-4 pt-6 pb-24 md:px-8">
      <TabTitle title={title} />
      <header className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="mr-auto grid min-w-0 gap-1">
          {parent ? (
            <Link href={parent.href} className="w-fit py-1 text-sm text-muted hover:text-ink hover:underline">
              ← {parent.label}
            </Link>
          ) : null}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="display text-title">{title}</h1>
            {aside}
          </div>
          {lead ? <p className="max-w-prose text-sm text-muted">{lead}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </header>
      {children}
    </main>
  );
}

/** A part of a page under a heading of its own. */
export function Section({
  title,
  actions,
  lead,
  children,
  className = '',
}: {
  title: string;
  actions?: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={`grid content-start gap-3 rounded-md border border-line bg-paper p-4 ${className}`}>
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-base font-semibold">{title}</h2>
        {actions}
      </div>
      {lead ? <p className="-mt-2 max-w-prose text-sm text-muted">{lead}</p> : null}
      {children}
    </section>
  );
}
