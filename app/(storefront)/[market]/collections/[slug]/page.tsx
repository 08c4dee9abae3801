import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { pathIn } from '@/app/components/market/markets';
import { textOf } from '@/app/components/text/messages';
import { alternatesOf } from '../../../_lib/alternates';
import { breadcrumbData, JsonLd } from '../../../_lib/json-ld';
import { pageMarket } from '../../../_lib/page-market';
import { segment } from '../../../_lib/segment';
import { sharing } from '../../../_lib/sharing';
import { CollectionStart, picturesOf, shownCollection } from './collection-list';

type Props = { params: Promise<{ market: string; slug: string }> };

export const revalidate = 60;

export function generateStaticParams(): { market: string; slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [market, { slug }] = await Promise.all([pageMarket(params), params]);
  const collection = await shownCollection(market, segment(slug));
  const { title, slug: known, descriptionHtml } = collection;
  const path = `/collections/${encodeURIComponent(known)}`;
  const description = textIn(descriptionHtml) || textOf(market)('list.about', { title });
  return {
    title,
    description,
    alternates: await alternatesOf(market, path),
    ...(await sharing(market, { title, description, path, pictures: await picturesOf(market, collection) })),
  };
}

/** A collection's first page. */
export default async function CollectionPage({ params }: Props) {
  const [market, { slug }] = await Promise.all([pageMarket(params), params]);
  const collection = await shownCollection(market, segment(slug));
  // It has moved: links to where it was go on leading to it.
  if (collection.slug !== segment(slug))
    permanentRedirect(pathIn(market, `/collections/${encodeURIComponent(collection.slug)}`));
  const path = `/collections/${encodeURIComponent(collection.slug)}`;
  const steps = [
    { name: textOf(market)('common.home'), path: '/' },
    { name: collection.title, path },
  ];
  return (
    <>
      <CollectionStart market={market} collection={collection} />
      <JsonLd data={breadcrumbData(market, steps)} />
    </>
  );
}

const MAX_DESCRIPTION = 160;

/** The words of clean HTML, as far as a result of a search shows them. */
const textIn = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_DESCRIPTION);
