import { Tabs } from '@/app/(merchant)/_ui/tabs';

const TABS = [
  { href: '/dashboard/products', label: 'Products' },
  { href: '/dashboard/products/collections', label: 'Collections' },
];

/** Products and what they are gathered in. */
export function ProductTabs() {
  return <Tabs label="Products" tabs={TABS} />;
}
