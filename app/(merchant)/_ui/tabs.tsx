'use client';

import { usePathname } from 'next/navigation';
import { Link } from './link';

/** Pages that belong together, side by side under their section's title. */
export function Tabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { readonly href: string; readonly label: string }[];
}) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="-mt-2 flex gap-4 overflow-x-auto border-b border-line text-sm">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={path === tab.href ? 'page' : undefined}
          className="-mb-px whitespace-nowrap border-b-2 border-transparent py-2 text-muted hover:text-ink aria-[current=page]:border-act aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
