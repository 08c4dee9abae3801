import type { Metadata } from 'next';
import Form from 'next/form';
import { pathIn, viewOf } from '@/app/components/market/markets';
import { ProductGrid } from '@/app/components/product-grid';
import { ShopLink } from '@/app/components/shop-link';
import { textOf } from '@/app/components/text/messages';
import { Button, buttonClass } from '@/app/components/ui/button';
import { SelectField, TextField } from '@/app/components/ui/field';
import { PRODUCT_SORTS, type ProductSort } from '@/lib/catalog/model';
import { parseProductCursor } from '@/lib/catalog/product-cursor';
import { listProducts } from '@/lib/catalog/queries';
import { alternatesOf } from '../../_lib/alternates';
import { pageMarket } from '../../_lib/page-market';

type Props = {
  params: Promise<{ market: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// Every question has an answer of its own: nothing is made ahead or kept.
export const dynamic = 'force-dynamic';

const PAGE_SIZE = 24;
const MAX_QUERY = 200;

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

async function wishes(searchParams: Props['searchParams']) {
  const given = await searchParams;
  // U+0000 is the one character that the database has no place for.
  const query = (single(given.query) ?? '').replaceAll('\u0000', '').trim().slice(0, MAX_QUERY);
  const wishedSort = single(given.sort);
  const sort: ProductSort = PRODUCT_SORTS.find((candidate) => candidate === wishedSort) ?? 'relevance';
  return { query, sort, cursor: parseProductCursor(single(given.cursor) ?? '', sort) ?? undefined };
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [market, { query }] = await Promise.all([pageMarket(params), wishes(searchParams)]);
  const t = textOf(market);
  return {
    title: query === '' ? t('search.title') : t('search.titleFor', { query }),
    robots: { index: false, follow: true },
    alternates: await alternatesOf(market, '/search'),
  };
}

/** Search: a plain form and its results, made for each question. */
export default async function SearchPage({ params, searchParams }: Props) {
  const [market, { query, sort, cursor }] = await Promise.all([pageMarket(params), wishes(searchParams)]);
  const t = textOf(market);
  const results =
    query === '' ? null : await listProducts({ query, sort, limit: PAGE_SIZE, cursor, ...viewOf(market) });
  const next = new URLSearchParams({ query, sort, cursor: results?.nextCursor ?? '' });
  return (
    <div className="frame grid gap-10 pt-8 md:gap-14 md:pt-14">
      <h1 className="display text-display">{t('search.title')}</h1>
      <Form
        action={pathIn(market, '/search')}
        prefetch={false}
        role="search"
        className="grid max-w-3xl items-end gap-4 sm:grid-cols-[1fr_auto_auto]"
      >
        <TextField
          key={query}
          id="query"
          name="query"
          type="search"
          label={t('search.label')}
          defaultValue={query}
          maxLength={MAX_QUERY}
          required
          enterKeyHint="search"
        />
        <SelectField key={`sort ${sort}`} id="sort" name="sort" label={t('search.sort')} defaultValue={sort}>
          {PRODUCT_SORTS.toReversed().map((value) => (
            <option key={value} value={value}>
              {t(`search.${value}`)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" kind="act">
          {t('search.submit')}
        </Button>
      </Form>
      {results === null ? null : (
        <section aria-labelledby="results" className="grid gap-8">
          <h2 id="results" className="display text-title">
            {results.items.length === 0 ? t('search.none', { query }) : t('search.results', { query })}
          </h2>
          {results.items.length === 0 ? (
            <>
              <p className="text-lg">{t('search.noneText')}</p>
              <p>
                <ShopLink market={market} to="/collections/all" className={buttonClass('plain')}>
                  {t('home.seeAll')}
                </ShopLink>
              </p>
            </>
          ) : (
            <ProductGrid market={market} products={results.items} />
          )}
          {results.nextCursor === null ? null : (
            <nav aria-label={t('list.pages')} className="border-t border-line pt-8">
              <ShopLink market={market} to={`/search?${next}`} rel="next" className={buttonClass('plain')}>
                {t('list.next')}
              </ShopLink>
            </nav>
          )}
        </section>
      )}
    </div>
  );
}
