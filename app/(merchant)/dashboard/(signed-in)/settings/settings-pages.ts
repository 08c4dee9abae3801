import { isAllowed, type Permission, type Role } from '@/lib/staff/permissions';

export type SettingsPageEntry = {
  readonly path: string;
  readonly label: string;
  readonly lead: string;
  /** Who sees it; null: everybody, as it is their own. */
  readonly permission: Permission | null;
};

/** Everything that can be set, in one list: the page of settings and the list beside each of its pages come from it. */
export const SETTINGS_PAGES: readonly SettingsPageEntry[] = [
  {
    path: '/dashboard/settings/shop',
    label: 'Shop',
    lead: 'Name, mark and colours, currencies, time zone, and whom mails come from.',
    permission: 'settings:read',
  },
  {
    path: '/dashboard/settings/shipping',
    label: 'Shipping',
    lead: 'Where you ship to, and for how much.',
    permission: 'settings:read',
  },
  {
    path: '/dashboard/settings/taxes',
    label: 'Taxes',
    lead: 'What is owed where, inside the prices or on top.',
    permission: 'settings:read',
  },
  {
    path: '/dashboard/settings/webhooks',
    label: 'Webhooks',
    lead: 'Have other programs told of what happens here.',
    permission: 'webhooks:read',
  },
  {
    path: '/dashboard/settings/api-keys',
    label: 'API keys',
    lead: 'For programs that act in the shop’s name.',
    permission: 'api-keys:manage',
  },
  {
    path: '/dashboard/settings/people',
    label: 'People',
    lead: 'Who works here, and what each may do.',
    permission: 'staff:manage',
  },
  {
    path: '/dashboard/settings/account',
    label: 'Sign-in and security',
    lead: 'Your own name, password, second factor and sessions.',
    permission: null,
  },
];

/** The pages that a role may see. */
export const settingsPagesOf = (role: Role): readonly SettingsPageEntry[] =>
  SETTINGS_PAGES.filter(({ permission }) => permission === null || isAllowed(role, permission));
