import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { pathIn } from '@/app/components/market/markets';
import { COLLECTION_SORTS } from '@/lib/catalog/model';
import { parseProductCursor } from '@/lib/catalog/product-cursor';
import { pageMarket } from '../../../../../_lib/page-market';
import { segment } from '../../../../../_lib/segment';
import { CollectionList, shownCollection } from '../../collection-list';

type Props = { params: Promise<{ market: string; slug: string; cursor: string }> };

export const revalidate = 60;

export function generateStaticParams(): { market: string; slug: string; cursor: string }[] {
  return [];
}

/** Further pages are for people to leaf through; search engines find the products in the sitemap. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [market, { slug }] = await Promise.all([pageMarket(params), params]);
  const { title } = await shownCollection(market, segment(slug));
  return { title, robots: { index: false, follow: true } };
}

/** A further page of a collection. The cursor is part of the path, so the page can be kept like any other. */
export default async function FurtherPage({ params }: Props) {
  const [market, { slug, cursor }] = await Promise.all([pageMarket(params), params]);
  const collection = await shownCollection(market, segment(slug));
  const after = parseProductCursor(segment(cursor), collection.sort);
  if (after === null) {
    const isArrangedAnew = COLLECTION_SORTS.some((sort) => parseProductCursor(segment(cursor), sort));
    // Whoever leafs through it while its order changes begins once more.
    if (isArrangedAnew) redirect(pathIn(market, `/collections/${encodeURIComponent(collection.slug)}`));
    notFound();
  }
  return <CollectionList market={market} collection={collection} cursor={after} />;
}
