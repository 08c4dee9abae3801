import type { Metadata } from 'next';
import { textOf } from '@/app/components/text/messages';
import { pageMarket } from '../../../../_lib/page-market';
import { Details } from './details';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = textOf(await pageMarket(params));
  return { title: t('account.details'), robots: { index: false, follow: false } };
}

/** Name, e-mail address and password. */
export default function DetailsPage() {
  return <Details />;
}
