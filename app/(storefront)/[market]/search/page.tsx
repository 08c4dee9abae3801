import type { Metadata } from 'next';
import { Browse } from '@/app/components/browse/browse';
import { PAGE_SIZE } from '@/app/components/browse/page-size';
import {
  countFilters,
  filterOf,
  formatWishes,
  parseWishes,
  type Wishes,
} from '@/app/components/browse/wishes';
import { type Market, viewOf } from '@/app/components/market/markets';
import { SearchField } from '@/app/components/search/search-field';
import { sectionsOf, textOf } from '@/app/components/text/messages';
import { TextProvider } from '@/app/components/text/text-provider';
import { countFacets } from '@/lib/catalog/count-facets';
import type { ProductPage } from '@/lib/catalog/model';
import { parseProductCursor } from '@/lib/catalog/product-cursor';
import { findCollection, listProducts, listSort } from '@/lib/catalog/queries';
import { getShop } from '@/lib/shop/queries';
import { alternatesOf } from '../../_lib/alternates';
import { pageMarket } from '../../_lib/page-market';

type Props = {
  params: Promise<{ market: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// Every question has an answer of its own: nothing is made ahead or kept.
export const dynamic = 'force-dynamic';

async function wishesOf(searchParams: Props['searchParams']): Promise<Wishes> {
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  );
  return parseWishes(new URLSearchParams(given));
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [market, { query }] = await Promise.all([pageMarket(params), wishesOf(searchParams)]);
  const t = textOf(market);
  return {
    title: query === '' ? t('search.title') : t('search.titleFor', { query }),
    robots: { index: false, follow: true },
    alternates: await alternatesOf(market, '/search'),
  };
}

async function answer(market: Market, wishes: Wishes, currency: string) {
  const { language } = viewOf(market);
  const filter = { ...filterOf(wishes, currency), currency, language };
  const wished = { ...filter, sort: wishes.sort ?? undefined };
  const cursor = parseProductCursor(wishes.cursor, await listSort(wished)) ?? undefined;
  const [page, facets, collection] = await Promise.all([
    listProducts({ ...wished, cursor, limit: PAGE_SIZE }),
    countFacets(filter),
    filter.collection === undefined ? null : findCollection(filter.collection, language),
  ]);
  return { page, facets, collection };
}

const isNothing = ({ items, nextCursor }: ProductPage, wishes: Wishes) =>
  items.length === 0 && nextCursor === null && countFilters(wishes) === 0;

/** Search: a plain form and its results, made for each question; and where lists are narrowed without scripts. */
export default async function SearchPage({ params, searchParams }: Props) {
  const [market, wishes] = await Promise.all([pageMarket(params), wishesOf(searchParams)]);
  const t = textOf(market);
  const { query } = wishes;
  const currency = market.currency ?? (await getShop()).currency;
  const found = formatWishes(wishes) === '' ? null : await answer(market, wishes, currency);
  return (
    <div className="frame grid gap-10 pt-8 md:gap-14 md:pt-14">
      <noscript>
        <style>{'.filter-rail { display: block }'}</style>
      </noscript>
      <h1 className="display text-display">{t('search.title')}</h1>
      <TextProvider market={market} messages={sectionsOf(market, ['browse', 'search', 'suggest', 'list'])}>
        <SearchField key={query} query={query} />
        {found === null ? null : (
          <section aria-labelledby="results" className="grid gap-8">
            <h2 id="results" className="display text-title wrap-anywhere">
              {query === ''
                ? (found.collection?.title ?? t('common.allProducts'))
                : t(isNothing(found.page, wishes) ? 'search.none' : 'search.results', { query })}
            </h2>
            <Browse
              key={formatWishes(wishes)}
              path="/search"
              collection={null}
              ownSort={found.collection?.sort}
              currency={currency}
              given={{ page: found.page, facets: found.facets }}
              givenSearch={formatWishes(wishes)}
            />
          </section>
        )}
      </TextProvider>
    </div>
  );
}
