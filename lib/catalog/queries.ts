import { query } from '@/db/client';
import { fromUuid, type ProductId } from '@/lib/kernel/ids';
import { COLLECTIONS, LISTS, productTag } from '@/lib/platform/tags/tag';
import { taggedRead } from '@/lib/platform/tags/tagged-read';
import { getShop } from '@/lib/shop/queries';
import { correctWords } from './correct-words';
import {
  COLLECTION_COLUMNS,
  COMING_COLUMN,
  type CollectionRow,
  type ComingRow,
  IN_LANGUAGE,
  toCollection,
  toComing,
} from './internal/collection-rows';
import { imageUrl } from './internal/image-url';
import { listStatement } from './internal/list-statement';
import type { ListFilter } from './internal/narrow-list';
import { presentForStore } from './internal/present-product';
import { PRODUCT_DOCUMENT, parseProductDocument } from './internal/product-document';
import { relatedStatement } from './internal/related-statement';
import { translateCards } from './internal/translate-cards';
import type {
  Collection,
  CollectionDetails,
  ListSort,
  Page,
  ProductCard,
  ProductPage,
  ProductSort,
  StoreProduct,
} from './model';
import { formatProductCursor, type ProductCursor, productSort } from './product-cursor';

const asList = () => [LISTS];
/** What is shown of others beside a product: what changes of them is seen, what is new comes with the next making. */
const asProducts = (cards: readonly ProductCard[]) => cards.map(({ id }) => productTag(id));
const asCollections = () => [COLLECTIONS];

export type ProductFilter = {
  /** Words that people type; see {@link listSort} for how it sorts. */
  readonly query?: string | undefined;
  /** A collection's slug. One that there is not holds nothing. */
  readonly collection?: string | undefined;
  readonly sort?: ProductSort | undefined;
  /** One that the shop sells in; its own when absent. What has no price in it is left out. */
  readonly currency?: string | undefined;
  /** Texts are in it as far as they are translated, and words are looked for in it too; the shop's own when absent. */
  readonly language?: string | undefined;
  readonly limit: number;
  /** From `parseProductCursor`, with the sort that {@link listSort} gives. */
  readonly cursor?: ProductCursor | undefined;
} & ListFilter;

type CardRow = {
  id: string;
  price: string;
  compare_at: string | null;
  key_rank: string;
  key_place: string;
  slug: string;
  title: string;
  has_image: boolean | null;
  path: string | null;
  alt: string | null;
  available: boolean;
};

/** The last product that a narrowed walk looked at. */
type EndRow = { id: string; price: string; key_rank: string; key_place: string; slug: null };

/**
 * One page of the active products, as shoppers see them, until a write changes a list. One statement, or none; two more where words find
 * nothing, to find what was meant. A narrowed page may hold fewer than `limit`, even none, while `nextCursor` leads on: it
 * looks through so much of a list and no further.
 */
export async function listProducts(filter: ProductFilter): Promise<ProductPage> {
  const page = await listAsAsked(filter);
  if (page.items.length > 0 || page.nextCursor !== null || filter.query === undefined) return page;
  const correctedQuery = await correctWords(filter.query, filter.language);
  if (correctedQuery === null) return page;
  const corrected = await listAsAsked({ ...filter, query: correctedQuery });
  return corrected.items.length === 0 ? page : { ...corrected, correctedQuery };
}

/** How a list is sorted when nobody says so: a collection as it is arranged, what is searched by relevance, all else newest first. */
export async function listSort({
  sort,
  query: words,
  collection,
}: Pick<ProductFilter, 'sort' | 'query' | 'collection'>): Promise<ListSort> {
  if (sort !== undefined || words !== undefined || collection === undefined) return productSort(sort, words);
  return (await findCollection(collection))?.sort ?? 'newest';
}

async function listAsAsked({ query: words, collection, limit, cursor, ...filter }: ProductFilter) {
  const currency = filter.currency ?? (await getShop()).currency;
  const sort = await listSort({ query: words, collection, sort: filter.sort });
  const { options, minPrice, maxPrice, available } = filter;
  const key = JSON.stringify([
    ...[words, collection, sort, limit, cursor, currency, filter.language],
    ...[options, minPrice, maxPrice, available],
  ]);
  return taggedRead(`catalog:${key}:list`, asList, async (): Promise<Page<ProductCard>> => {
    const { language } = filter;
    const wish = { query: words, language, collection, sort, cursor, currency, filter, count: limit + 1 };
    const statement = listStatement(wish);
    const rows = await query<CardRow | EndRow>(statement.name, statement.text, statement.values);
    const found = rows.filter((row) => row.slug !== null);
    const shown = found.slice(0, limit);
    // Where a narrowed walk ended with its page not full, the next one goes on.
    const last = found.length > limit ? shown.at(-1) : rows.find((row) => row.slug === null);
    return {
      items: await translateCards(
        shown.map((row) => toCard(row, currency)),
        filter.language,
      ),
      nextCursor: last === undefined ? null : formatProductCursor(cursorAt(last, sort)),
    };
  });
}

/**
 * The products that go best with one, for its page, until a write changes one of them; those that can be bought come first. One statement
 * that compares so many products at most.
 */
export async function listRelatedProducts(
  id: ProductId,
  count: number,
  view: ProductView = {},
): Promise<readonly ProductCard[]> {
  const currency = view.currency ?? (await getShop()).currency;
  return taggedRead(
    `catalog:${currency}/${view.language ?? ''}/${id}/${count}:related`,
    asProducts,
    async () => {
      const { name, text, values } = relatedStatement(id, currency, count);
      const rows = await query<CardRow>(name, text, values);
      return translateCards(
        rows.map((row) => toCard(row, currency)),
        view.language,
      );
    },
  );
}

function toCard(row: CardRow, currency: string): ProductCard {
  return {
    id: fromUuid('prod', row.id),
    slug: row.slug,
    title: row.title,
    price: { amount: Number(row.price), currency },
    ...(row.compare_at === null ? {} : { compareAtPrice: { amount: Number(row.compare_at), currency } }),
    image: row.has_image === true ? { url: imageUrl(row.path), alt: row.alt ?? '' } : null,
    available: row.available,
  };
}

/** What a list goes on by, of each order. */
const KEY: Readonly<Record<ListSort, (row: CardRow | EndRow) => string>> = {
  newest: () => '0',
  'price-asc': ({ price }) => price,
  'price-desc': ({ price }) => price,
  relevance: (row) => row.key_rank,
  manual: (row) => row.key_place,
};

function cursorAt(row: CardRow | EndRow, sort: ListSort): ProductCursor {
  const key = Number(KEY[sort](row));
  return { sort, id: fromUuid('prod', row.id), key };
}

/** How a product is shown. */
export type ProductView = {
  /** One that the shop sells in; its own when absent. Variants that have no price in it are left out. */
  readonly currency?: string | undefined;
  /** As far as it is translated into it; the shop's own language when absent. */
  readonly language?: string | undefined;
};

/**
 * The active product at this address as the store shows it, until a write changes it; null if there is none. One that has moved is
 * found at its former addresses too: its slug tells where it is now. One statement, or none.
 */
export async function findProductBySlug(slug: string, view: ProductView = {}): Promise<StoreProduct | null> {
  const currency = view.currency ?? (await getShop()).currency;
  const { language } = view;
  // What else may come to be at this address only a list tells.
  const tagsOf = (product: StoreProduct | null) => [
    ...(product === null ? [] : [productTag(product.id)]),
    ...(product?.slug === slug ? [] : [LISTS]),
  ];
  return taggedRead(`catalog:${currency}/${language ?? ''}/${slug}:product`, tagsOf, async () => {
    const [row] = await query<{ product: string }>(
      'find_product_by_slug',
      `select ${PRODUCT_DOCUMENT} as product from products p
       where p.status = 'active' and p.id = coalesce(
         (select id from products where slug = $1 and status = 'active'),
         (select product_id from former_product_slugs where slug = $1))`,
      [slug],
    );
    return row ? presentForStore(parseProductDocument(row.product), currency, language) : null;
  });
}

/** The collections that shoppers see, in the merchant's order, until a write changes one; in `language` as far as translated. */
export function listCollections(language?: string): Promise<readonly Collection[]> {
  return taggedRead(`catalog:${language ?? 'all'}:collections`, asCollections, async () => {
    const rows = await query<CollectionRow>(
      'list_collections',
      `select ${COLLECTION_COLUMNS} from collections c ${IN_LANGUAGE} where published order by position, id`,
      [language ?? null],
    );
    return rows.map(toCollection);
  });
}

/** The collection that is or was at this address, if shoppers may see it, until a write changes one; else null. One statement. */
export function findCollection(slug: string, language?: string): Promise<CollectionDetails | null> {
  return taggedRead(`catalog:${language ?? ''}/${slug}:collection`, asCollections, async () => {
    const [row] = await query<CollectionRow & ComingRow>(
      'find_collection',
      `select ${COLLECTION_COLUMNS}, ${COMING_COLUMN} from collections c ${IN_LANGUAGE}
       where published and c.id = coalesce(
         (select id from collections where slug = $2 and published),
         (select collection_id from former_collection_slugs where slug = $2))`,
      [language ?? null, slug],
    );
    return row ? { ...toCollection(row), coming: toComing(row) } : null;
  });
}
