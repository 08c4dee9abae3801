import type { Metadata } from 'next';
import { cache } from 'react';
import { FirstPaint } from '@/app/components/first-paint';
import { type Market, viewOf } from '@/app/components/market/markets';
import { PLACEHOLDER } from '@/app/components/picture';
import { textOf } from '@/app/components/text/messages';
import type { Collection, ProductCard } from '@/lib/catalog/model';
import { findCollection, findProductBySlug, listCollections, listProducts } from '@/lib/catalog/queries';
import { getShop } from '@/lib/shop/queries';
import { alternatesOf } from '../_lib/alternates';
import { JsonLd, siteData } from '../_lib/json-ld';
import { pageMarket } from '../_lib/page-market';
import { readContent } from '../_lib/read-content';
import { sharing } from '../_lib/sharing';
import { Chapter } from './home/chapter';
import { CollectionIndex } from './home/collection-index';
import { Coming } from './home/coming';
import { Lead } from './home/lead';
import { Newest } from './home/newest';

type Props = { params: Promise<{ market: string }> };

export const revalidate = 60;

const NEWEST = 5;
/** How many collections have a chapter of their own; the index names them all. */
const CHAPTERS = 3;
/** Works of a chapter, and some more in case others show them already. */
const WORKS = 3;
const SPARE = 4;

// The page and what others show of it ask for the same: each is read once.
const newestOf = cache((market: Market) =>
  listProducts({ sort: 'newest', limit: NEWEST, ...viewOf(market) }),
);
const collectionsOf = cache((market: Market) => listCollections(viewOf(market).language));
const chaptersOf = cache(async (market: Market) => {
  const open = (await collectionsOf(market)).filter(({ opensAt }) => opensAt === null);
  return readChapters(market, open.slice(0, CHAPTERS));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const market = await pageMarket(params);
  const [{ name }, { description }, { items }, chapters] = await Promise.all([
    getShop(),
    readContent(market, 'home'),
    newestOf(market),
    chaptersOf(market),
  ]);
  const pictures = [...items, ...chapters.flatMap(({ works }) => works)].map(({ image }) => image);
  return {
    description,
    alternates: await alternatesOf(market, '/'),
    ...(await sharing(market, { title: name, description, path: '/', pictures })),
  };
}

/** The front page: the newest work with what is said of it, then a chapter a collection, then the way to everything. */
export default async function HomePage({ params }: Props) {
  const market = await pageMarket(params);
  const t = textOf(market);
  const [{ name }, { items }, collections, statement] = await Promise.all([
    getShop(),
    newestOf(market),
    collectionsOf(market),
    readContent(market, 'home'),
  ]);
  // The newest that can be seen: a picture is what the front page is for.
  const lead = items.find(hasPicture) ?? items[0];
  if (lead === undefined) {
    return (
      <div className="frame grid gap-6 py-16 md:py-28">
        <h1 className="display text-display">{t('home.empty')}</h1>
        <p className="text-lg">{t('home.emptyText')}</p>
      </div>
    );
  }
  const next = collections.find(({ opensAt }) => opensAt !== null);
  const [product, coming, chapters] = await Promise.all([
    findProductBySlug(lead.slug, viewOf(market)),
    next ? findCollection(next.slug, viewOf(market).language) : null,
    chaptersOf(market),
  ]);
  const shown = new Set([lead, ...items].map(({ id }) => id));
  return (
    <div className="frame grid gap-24 pt-4 md:gap-40 md:pt-8">
      <FirstPaint />
      <JsonLd data={siteData(market, name)} />
      <Lead market={market} card={lead} product={product} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own text; HTML inside it stays text. */}
      <div className="statement" dangerouslySetInnerHTML={{ __html: statement.html }} />
      <Newest market={market} products={items.filter((item) => item !== lead)} />
      {chapters.map(({ collection, works }, index) => {
        const others = works.filter(({ id }) => !shown.has(id));
        const picked = (others.length < 2 ? works : others).slice(0, WORKS);
        for (const { id } of picked) shown.add(id);
        return (
          <Chapter
            key={collection.slug}
            market={market}
            collection={collection}
            works={picked}
            isTurned={index % 2 === 1}
          />
        );
      })}
      {coming ? <Coming market={market} collection={coming} /> : null}
      <CollectionIndex market={market} collections={collections} />
    </div>
  );
}

const hasPicture = ({ image }: ProductCard) => image !== null && image.url !== PLACEHOLDER;

/** The first works of each collection: a statement each, of a number that does not grow with the shop. */
async function readChapters(
  market: Market,
  collections: readonly Collection[],
): Promise<{ collection: Collection; works: readonly ProductCard[] }[]> {
  const chapters = await Promise.all(
    collections.map(async (collection) => {
      const { items } = await listProducts({
        limit: WORKS + SPARE,
        collection: collection.slug,
        ...viewOf(market),
      });
      return { collection, works: items.filter(hasPicture) };
    }),
  );
  return chapters.filter(({ works }) => works.length > 0);
}
