import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { atomically, closeDatabase } from '@/db/client';
import { type CollectionId, newId, toUuid } from '@/lib/kernel/ids';
import { listProductsForMerchant } from './merchant-products';
import type { ProductCard, ProductSort } from './model';
import { parseProductCursor, productSort } from './product-cursor';
import {
  findCollection,
  findProductBySlug,
  listCollections,
  listProducts,
  type ProductFilter,
} from './queries';
import { saveProducts } from './save-products';
import { newDraft, newVariant } from './testing/drafts';
import { freshWord } from './testing/fresh-word';

afterAll(closeDatabase);

const word = freshWord();
const collection = { id: newId('col'), slug: `c-${word}` };
const PRICES = [500, 300, 300, 300, 900, 100, 300, 700, 700, 300, 100];
const drafts = PRICES.map((priceMinor, index) =>
  newDraft({
    title: `Print ${word} ${index}`,
    variants: [newVariant({ prices: [{ currency: 'USD', priceMinor, compareAtMinor: null }] })],
    collectionIds: index % 2 === 0 ? [collection.id] : [],
  }),
);

async function makeCollection(id: CollectionId, slug: string, published = true): Promise<void> {
  await atomically([
    sql`insert into collections (id, slug, title, published) values (${toUuid(id)}::uuid, ${slug}, ${slug}, ${published}::boolean)`,
  ]);
}

async function save(...products: ReturnType<typeof newDraft>[]): Promise<void> {
  const saves = products.map((draft) => ({ draft, before: null }));
  expect((await saveProducts(saves, { actor: 'test', reason: 'test' })).ok).toBe(true);
}

/** Every page of a list, put together. */
async function collect(filter: Omit<ProductFilter, 'limit'>, limit: number): Promise<ProductCard[]> {
  const sort = productSort(filter.sort, filter.query);
  const cards: ProductCard[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const at = cursor === undefined ? undefined : (parseProductCursor(cursor, sort) ?? undefined);
    const page = await listProducts({ ...filter, limit, cursor: at });
    cards.push(...page.items);
    cursor = page.nextCursor;
  }
  return cards;
}

const ids = (cards: readonly { id: string }[]) => cards.map(({ id }) => id);

beforeAll(async () => {
  await makeCollection(collection.id, collection.slug);
  await save(...drafts);
});

describe('a list of products', () => {
  test.each(['newest', 'price-asc', 'price-desc', 'relevance'] as const)(
    'by %s pages to the end, no gap and no double, whatever narrows it',
    async (sort) => {
      for (const filter of [
        { query: word },
        { collection: collection.slug },
        { query: word, collection: collection.slug },
      ]) {
        const whole = ids(await collect({ ...filter, sort }, 100));
        const expected = drafts.filter((_, index) => filter.collection === undefined || index % 2 === 0);
        expect([...whole].sort()).toEqual(ids(expected).sort());
        for (const limit of [1, 2, 3, 5])
          expect(ids(await collect({ ...filter, sort }, limit))).toEqual(whole);
      }
    },
  );

  test('is in the order that was asked for', async () => {
    const prices = async (sort: ProductSort) =>
      (await collect({ query: word, sort }, 4)).map(({ price }) => price.amount);
    expect(await prices('price-asc')).toEqual(PRICES.toSorted((a, b) => a - b));
    expect(await prices('price-desc')).toEqual(PRICES.toSorted((a, b) => b - a));
    expect(ids(await collect({ query: word, sort: 'newest' }, 4))).toEqual(ids(drafts).reverse());
  });

  test('finds a word that is only begun, and the title before the mention', async () => {
    const rare = freshWord();
    const mention = newDraft({ descriptionHtml: `<p>Like ${rare}, in words.</p>` });
    const title = newDraft({ title: rare });
    await save(title, mention);
    expect(ids(await collect({ query: rare.slice(0, -3) }, 10))).toEqual([title.id, mention.id]);
    expect(ids(await collect({ query: `"${rare.slice(0, -3)}"` }, 10))).toEqual([]);
    expect(ids(await collect({ query: `${rare} -words` }, 10))).toEqual([title.id]);
  });

  test('holds nothing for words of signs or stop words, and nothing of an unknown or hidden collection', async () => {
    const hidden = newId('col');
    await makeCollection(hidden, `hidden-${word}`, false);
    await save(newDraft({ collectionIds: [hidden] }));
    for (const query of ["'", ':*', '& | !', 'the', '<->', '\\', '%', 'a & (b']) {
      expect(await collect({ query, collection: collection.slug }, 10)).toEqual([]);
    }
    for (const slug of ['nowhere', `hidden-${word}`])
      expect(await collect({ collection: slug }, 10)).toEqual([]);
  });

  test('shows what can be bought, what it costs at least, and its first picture', async () => {
    const rare = freshWord();
    const price = (priceMinor: number, compareAtMinor: number | null = null) => [
      { currency: 'USD', priceMinor, compareAtMinor },
    ];
    const options = [{ name: 'Size', values: ['S', 'M'] }];
    const picture = (path: string | null) => ({
      ...{ id: newId('img'), alt: 'Seen from above', width: null, height: null },
      ...{ sourceUrl: 'https://example.com/x.jpg', path },
    });
    const two = (small: number | null, medium: number | null) => [
      newVariant({ optionValues: ['S'], prices: price(900), stock: small }),
      newVariant({ optionValues: ['M'], prices: price(400, 600), stock: medium }),
    ];
    await save(
      newDraft({
        title: `${rare} one`,
        options,
        variants: two(1, 0),
        images: [picture('/art/a'), picture('/art/b')],
      }),
      newDraft({ title: `${rare} two`, options, variants: two(0, 0), images: [picture(null)] }),
      newDraft({ title: `${rare} three`, options, variants: two(0, null) }),
      newDraft({ title: `${rare} four`, status: 'draft' }),
    );
    const cards = await collect({ query: rare, sort: 'newest' }, 10);
    expect(cards.map(({ id: _, slug: __, ...card }) => card)).toEqual([
      { title: `${rare} three`, price: usd(400), compareAtPrice: usd(600), image: null, available: true },
      {
        ...{ title: `${rare} two`, price: usd(400), compareAtPrice: usd(600), available: false },
        image: { url: '/placeholder.svg', alt: 'Seen from above' },
      },
      {
        ...{ title: `${rare} one`, price: usd(400), compareAtPrice: usd(600), available: true },
        image: { url: '/art/a-800.webp', alt: 'Seen from above' },
      },
    ]);
  });
});

const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('a product page', () => {
  test('is there while the product is active, with everything but what is only for the merchant', async () => {
    const draft = newDraft({ descriptionHtml: '<p>Hello</p><script>x</script>' });
    await save(draft, newDraft({ slug: `${draft.slug}-hidden`, status: 'draft' }));
    const product = await findProductBySlug(draft.slug);
    expect(product).toMatchObject({
      id: draft.id,
      descriptionHtml: '<p>Hello</p>',
      descriptionText: 'Hello',
    });
    expect(JSON.stringify(product)).not.toMatch(/stock|sourceUrl|version/);
    expect(await findProductBySlug(`${draft.slug}-hidden`)).toBeNull();
    expect(await findProductBySlug('nothing-here')).toBeNull();
  });
});

describe('a merchant', () => {
  test('lists products of any status, by words or by sku, page by page', async () => {
    const rare = freshWord();
    const made = ['draft', 'active', 'archived'] as const;
    const mine = made.map((status) =>
      newDraft({ title: rare, status, variants: [newVariant({ sku: `SKU ${rare}` })] }),
    );
    await save(...mine);
    for (const query of [rare, `SKU ${rare}`]) {
      const first = await listProductsForMerchant({ query, limit: 2 });
      expect(first.nextCursor).toBe(mine[1]?.id);
      const rest = await listProductsForMerchant({ query, limit: 2, after: mine[1]?.id });
      expect(ids([...first.items, ...rest.items])).toEqual(ids(mine).reverse());
      expect(rest.nextCursor).toBeNull();
    }
    const drafts = await listProductsForMerchant({ query: rare, status: 'draft', limit: 5 });
    expect(ids(drafts.items)).toEqual([mine[0]?.id]);
  });
});

test('collections are listed and found if they are published', async () => {
  expect((await listCollections()).some(({ slug }) => slug === collection.slug)).toBe(true);
  expect(await findCollection(collection.slug)).toMatchObject({ id: collection.id, title: collection.slug });
  expect(await findCollection('nowhere')).toBeNull();
});

test('a list and a page are one statement, however much is in them', async () => {
  await listProducts({ limit: 1 });
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  const count = async (work: () => Promise<unknown>) => {
    statements.mockClear();
    await work();
    return statements.mock.calls.length;
  };
  expect(await count(() => listProducts({ query: word, limit: 7 }))).toBe(1);
  expect(await count(() => listProducts({ query: word, limit: 11 }))).toBe(1);
  expect(await count(() => listProducts({ query: word, limit: 11 }))).toBe(0);
  expect(await count(() => listProductsForMerchant({ limit: 3 }))).toBe(1);
  expect(await count(() => listProductsForMerchant({ limit: 50 }))).toBe(1);
  expect(await count(() => findProductBySlug(drafts[0]?.slug ?? ''))).toBe(1);
  statements.mockRestore();
});

test('a collection that is to open shows what is coming, and sells none of it', async () => {
  const [id, opened] = [newId('col'), newId('col')];
  await makeCollection(id, `coming-${word}`);
  await makeCollection(opened, `opened-${word}`);
  const opensAt = new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000).toISOString();
  await atomically([
    sql`update collections set opens_at = ${opensAt}::timestamptz where id = ${toUuid(id)}::uuid`,
    sql`update collections set opens_at = now() - interval '1 second' where id = ${toUuid(opened)}::uuid`,
  ]);
  const draft = newDraft({ title: `Coming ${word}`, status: 'draft', collectionIds: [id, opened] });
  await save(draft);
  expect(await findCollection(`coming-${word}`)).toMatchObject({
    opensAt,
    coming: [{ title: `Coming ${word}`, image: null }],
  });
  expect((await listProducts({ collection: `coming-${word}`, limit: 10 })).items).toEqual([]);
  expect(await findProductBySlug(draft.slug)).toBeNull();
  expect(await findCollection(`opened-${word}`)).toMatchObject({ opensAt: null, coming: [] });
});
