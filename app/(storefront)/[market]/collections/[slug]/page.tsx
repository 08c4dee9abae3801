import type { Metadata } from 'next';
import { pathIn } from '@/app/components/market/markets';
import { pageMarket } from '../../../_lib/page-market';
import { segment } from '../../../_lib/segment';
import { CollectionList, shownCollection } from './collection-list';

type Props = { params: Promise<{ market: string; slug: string }> };

export const revalidate = 60;

export function generateStaticParams(): { market: string; slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [market, { slug }] = await Promise.all([pageMarket(params), params]);
  const { title, slug: known } = await shownCollection(market, segment(slug));
  return { title, alternates: { canonical: pathIn(market, `/collections/${encodeURIComponent(known)}`) } };
}

/** A collection's first page. */
export default async function CollectionPage({ params }: Props) {
  const [market, { slug }] = await Promise.all([pageMarket(params), params]);
  return <CollectionList market={market} collection={await shownCollection(market, segment(slug))} />;
}
