import type { Metadata } from 'next';
import { textOf } from '@/app/components/text/messages';
import { pageMarket } from '../../../../_lib/page-market';
import { Orders } from './orders';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textOf(await pageMarket(params));
  return { title: t('account.orders'), robots: { index: false, follow: false } };
}

/** Everything that was ordered. */
export default function OrdersPage() {
  return <Orders />;
}
