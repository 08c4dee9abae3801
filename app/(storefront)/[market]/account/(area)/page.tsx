import type { Metadata } from 'next';
import { textOf } from '@/app/components/text/messages';
import { pageMarket } from '../../../_lib/page-market';
import { Overview } from './overview';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textOf(await pageMarket(params));
  return { title: t('account.title'), robots: { index: false, follow: false } };
}

/** The account at a glance. */
export default function AccountPage() {
  return <Overview />;
}
