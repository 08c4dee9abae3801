import type { Permission } from '@/lib/staff/permissions';

export type SectionIcon =
  | 'home'
  | 'orders'
  | 'products'
  | 'stock'
  | 'imports'
  | 'customers'
  | 'discounts'
  | 'reports'
  | 'mails'
  | 'jobs'
  | 'content'
  | 'audit'
  | 'settings';

export type SectionEntry = {
  readonly path: string;
  readonly label: string;
  readonly icon: SectionIcon;
  /** Who sees it. */
  readonly permission: Permission;
  /** What else people call it: the palette finds it by these words, too. */
  readonly words: string;
  /** A second key after G: `g o` goes to orders. */
  readonly key?: string;
};

/** Everything that the dashboard has, in the order of the day. The navigation, the palette and the keys come from it. */
export const SECTIONS: readonly SectionEntry[] = [
  {
    path: '/dashboard',
    label: 'Home',
    icon: 'home',
    // Who may not see what was sold sees what is to be done.
    permission: 'orders:read',
    words: 'overview sales figures today',
    key: 'h',
  },
  {
    path: '/dashboard/orders',
    label: 'Orders',
    icon: 'orders',
    permission: 'orders:read',
    words: 'purchases fulfil refund',
    key: 'o',
  },
  {
    path: '/dashboard/products',
    label: 'Products',
    icon: 'products',
    permission: 'products:read',
    words: 'catalog variants prices collections',
    key: 'p',
  },
  {
    path: '/dashboard/stock',
    label: 'Stock',
    icon: 'stock',
    permission: 'products:read',
    words: 'inventory ledger take levels',
    key: 's',
  },
  {
    path: '/dashboard/customers',
    label: 'Customers',
    icon: 'customers',
    permission: 'customers:read',
    words: 'people buyers',
    key: 'c',
  },
  {
    path: '/dashboard/discounts',
    label: 'Discounts',
    icon: 'discounts',
    permission: 'discounts:read',
    words: 'codes coupons',
    key: 'd',
  },
  {
    path: '/dashboard/content',
    label: 'Content',
    icon: 'content',
    permission: 'content:read',
    words: 'pages texts about terms',
  },
  {
    path: '/dashboard/reports',
    label: 'Reports',
    icon: 'reports',
    permission: 'reports:read',
    words: 'export csv xlsx pdf schedule',
    key: 'r',
  },
  {
    path: '/dashboard/notifications',
    label: 'Notifications',
    icon: 'mails',
    permission: 'orders:read',
    words: 'mails notices sent',
  },
  {
    path: '/dashboard/imports',
    label: 'Imports',
    icon: 'imports',
    permission: 'imports:read',
    words: 'csv shopify upload',
  },
  {
    path: '/dashboard/jobs',
    label: 'Jobs',
    icon: 'jobs',
    permission: 'jobs:read',
    words: 'runs background functions failed',
    key: 'j',
  },
  {
    path: '/dashboard/audit',
    label: 'Audit log',
    icon: 'audit',
    permission: 'audit:read',
    words: 'history who changed what',
  },
  {
    path: '/dashboard/settings',
    label: 'Settings',
    icon: 'settings',
    permission: 'settings:read',
    words: 'shipping tax webhooks keys staff people currency',
    key: ',',
  },
];
