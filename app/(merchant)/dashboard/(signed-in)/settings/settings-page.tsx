'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useMember } from '@/app/(merchant)/_shell/member';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page } from '@/app/(merchant)/_ui/page';
import { SETTINGS_PAGES, type SettingsPageEntry, settingsPagesOf } from './settings-pages';

/** The settings that whoever is at the screen may see. */
export const useSettingsPages = (): readonly SettingsPageEntry[] => settingsPagesOf(useMember().role);

type Props = { path: string; actions?: ReactNode; children: ReactNode };

/** One page of the settings, with the way to the others beside it. */
export function SettingsPage({ path, actions, children }: Props) {
  const pages = useSettingsPages();
  const here = usePathname();
  const entry = SETTINGS_PAGES.find((page) => page.path === path);
  if (!pages.some((page) => page.path === path)) {
    return (
      <Page title={entry?.label ?? 'Settings'}>
        <p>Your role may not see this. Ask an owner of the shop.</p>
      </Page>
    );
  }
  return (
    <Page
      title={entry?.label ?? 'Settings'}
      lead={entry?.lead}
      parent={{ href: '/dashboard/settings', label: 'Settings' }}
      actions={actions}
    >
      <div className="grid items-start gap-6 md:grid-cols-[11rem_minmax(0,1fr)]">
        <nav aria-label="Settings" className="hidden md:block">
          <ul className="grid gap-0.5">
            {pages.map((page) => (
              <li key={page.path}>
                <Link
                  href={page.path}
                  aria-current={here.startsWith(page.path) ? 'page' : undefined}
                  className="block rounded-sm px-2 py-1.5 text-sm hover:bg-ground aria-[current=page]:bg-ground aria-[current=page]:font-semibold"
                >
                  {page.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 gap-6">{children}</div>
      </div>
    </Page>
  );
}
