import pg from 'pg';
import type { BenchShop } from './start-shop';

const PRODUCTS = 20;
const VARIANTS_EACH = 50;
const STOCK = 1_000_000;
const HOT_LANES = 32;

export type Stocked = {
  readonly variantIds: readonly string[];
  readonly slugs: readonly string[];
  /** Everybody wants it: its units lie in 32 lanes, as a drop's do. */
  readonly hotId: string;
  /** Has no unit left. */
  readonly soldOutId: string;
};

/** Fills a shop through its own API: 1,000 variants with more units than a bench can buy, a hot one and one that is gone. */
export async function stockShop(shop: BenchShop): Promise<Stocked> {
  const variantIds: string[] = [];
  const slugs: string[] = [];
  for (let i = 0; i < PRODUCTS; i += 1) {
    const product = await makeProduct(shop, `Bench edition ${i + 1}`, VARIANTS_EACH, STOCK);
    slugs.push(product.slug);
    variantIds.push(...product.ids);
  }
  const [hotId = ''] = (await makeProduct(shop, 'Bench drop', 1, STOCK)).ids;
  const [soldOutId = ''] = (await makeProduct(shop, 'Bench sold out', 1, 0)).ids;
  const client = new pg.Client({ connectionString: shop.postgresUrl });
  await client.connect();
  await client.query(
    `select set_lanes(jsonb_build_object('variantId', $1::uuid, 'lanes', $2::int, 'actor', 'bench'))`,
    [toUuid(hotId), HOT_LANES],
  );
  await client.end();
  return { variantIds, slugs, hotId, soldOutId };
}

/** `var_…` as the uuid that the database keeps. */
export function toUuid(id: string): string {
  return id.slice(id.indexOf('_') + 1).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Makes an active product of so many variants, each with so many units. */
export async function makeProduct(
  { url, ownerKey }: BenchShop,
  title: string,
  variants: number,
  stock: number,
  price = 4_000,
): Promise<{ slug: string; ids: string[] }> {
  const values = Array.from({ length: variants }, (_, at) => `No. ${at + 1}`);
  const answer = await fetch(`${url}/api/admin/products`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ownerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      title,
      descriptionHtml: '<p>A print on cotton paper, numbered and signed.</p>',
      status: 'active',
      options: [{ name: 'Number', values }],
      variants: values.map((value, at) => ({
        sku: `${title}-${at}`,
        price: { amount: price === 0 ? 0 : price + at, currency: 'USD' },
        optionValues: [value],
        stock,
      })),
    }),
    signal: AbortSignal.timeout(20_000),
  });
  if (answer.status !== 201)
    throw new Error(`Making a product answered ${answer.status}: ${await answer.text()}`);
  const product = (await answer.json()) as { slug: string; variants: { id: string }[] };
  return { slug: product.slug, ids: product.variants.map((variant) => variant.id) };
}
