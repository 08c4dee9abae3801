import type { Metadata } from 'next';
import { textOf } from '@/app/components/text/messages';
import { pageMarket } from '../../../../_lib/page-market';
import { OwnData } from './own-data';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textOf(await pageMarket(params));
  return { title: t('account.data'), robots: { index: false, follow: false } };
}

/** One's own data: to take away and to take out. */
export default function DataPage() {
  return <OwnData />;
}
