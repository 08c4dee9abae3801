import type { BenchShop } from './start-shop';

const PRODUCTS = 20;
const VARIANTS_EACH = 50;
const STOCK = 1_000_000;

export type Stocked = { readonly variantIds: readonly string[]; readonly slugs: readonly string[] };

/** Fills a shop through its own API: 1,000 variants, each with more units than a bench can buy. */
export async function stockShop({ url, ownerKey }: BenchShop): Promise<Stocked> {
  const variantIds: string[] = [];
  const slugs: string[] = [];
  for (let i = 0; i < PRODUCTS; i += 1) {
    const values = Array.from({ length: VARIANTS_EACH }, (_, at) => `No. ${at + 1}`);
    const answer = await fetch(`${url}/api/admin/products`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ownerKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        title: `Bench edition ${i + 1}`,
        descriptionHtml: '<p>A print on cotton paper, numbered and signed.</p>',
        status: 'active',
        options: [{ name: 'Number', values }],
        variants: values.map((value, at) => ({
          sku: `BENCH-${i}-${at}`,
          price: { amount: 4_000 + at, currency: 'USD' },
          optionValues: [value],
          stock: STOCK,
        })),
      }),
      signal: AbortSignal.timeout(20_000),
    });
    if (answer.status !== 201)
      throw new Error(`Making a product answered ${answer.status}: ${await answer.text()}`);
    const product = (await answer.json()) as { slug: string; variants: { id: string }[] };
    slugs.push(product.slug);
    variantIds.push(...product.variants.map((variant) => variant.id));
  }
  return { variantIds, slugs };
}
