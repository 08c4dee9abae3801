import type { Metadata } from 'next';
import { textOf } from '@/app/components/text/messages';
import { pageMarket } from '../../../../_lib/page-market';
import { Addresses } from './addresses';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textOf(await pageMarket(params));
  return { title: t('account.addresses'), robots: { index: false, follow: false } };
}

/** The addresses to choose from at checkout. */
export default function AddressesPage() {
  return <Addresses />;
}
