import { Tabs } from '@/app/(merchant)/_ui/tabs';

const TABS = [
  { href: '/dashboard/stock', label: 'Levels' },
  { href: '/dashboard/stock/takes', label: 'Counts' },
  { href: '/dashboard/stock/checks', label: 'Books' },
];

/** The pages of stock. */
export function StockTabs() {
  return <Tabs label="Stock" tabs={TABS} />;
}
