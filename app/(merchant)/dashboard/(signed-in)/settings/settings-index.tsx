'use client';

import { Link } from '@/app/(merchant)/_ui/link';
import { Page } from '@/app/(merchant)/_ui/page';
import { useSettingsPages } from './settings-page';

/** All that can be set. */
export function SettingsIndex() {
  const pages = useSettingsPages();
  return (
    <Page title="Settings">
      <ul className="grid max-w-3xl divide-y divide-line border-y border-line">
        {pages.map(({ path, label, lead }) => (
          <li key={path}>
            <Link href={path} className="grid gap-0.5 px-2 py-3 hover:bg-ground">
              <span className="font-medium">{label}</span>
              <span className="text-sm text-muted">{lead}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
