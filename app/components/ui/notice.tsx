import type { ReactNode } from 'react';

/** Says what happened, what it means and what to do next. `alert` interrupts a screen reader, `status` waits its turn. */
export function Notice({
  role,
  title,
  children,
}: {
  role?: 'alert' | 'status' | undefined;
  title?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div role={role} className="grid gap-2 border-l-2 border-current py-1 pl-4 text-base">
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  );
}
