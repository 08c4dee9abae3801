import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { pathIn } from '@/app/components/market/markets';
import { alternatesOf } from '../../../_lib/alternates';
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
  return { title, alternates: await alternatesOf(market, `/collections/${encodeURIComponent(known)}`) };
}

/** A collection's first page. */
export default async function CollectionPage({ params }: Props) {
  const [market, { slug }] = await Promise.all([pageMarket(params), params]);
  const collection = await shownCollection(market, segment(slug));
  // It has moved: links to where it was go on leading to it.
  if (collection.slug !== segment(slug))
    permanentRedirect(pathIn(market, `/collections/${encodeURIComponent(collection.slug)}`));
  return <CollectionList market={market} collection={collection} />;
}
