import type { ReactNode } from 'react';

/** A word that the shop's people gave to a customer. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap rounded-sm border border-line bg-ground px-1.5 py-0.5 text-xs">
      {children}
    </span>
  );
}
