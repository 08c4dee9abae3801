import { query } from '@/db/client';
import type { ProductId } from '@/lib/kernel/ids';
import { toUuid } from '@/lib/kernel/ids';
import { PRODUCT_DOCUMENT, parseProductDocument } from './internal/product-document';
import type { StoredProduct } from './model';

/** The product of any status as it stands, whole, to be changed and saved; null if there is none. One statement. */
export async function findProduct(id: ProductId): Promise<StoredProduct | null> {
  const [row] = await query<{ product: string }>(
    'find_product',
    `select ${PRODUCT_DOCUMENT} as product from products p where p.id = $1::uuid`,
    [toUuid(id)],
  );
  return row ? stored(row.product) : null;
}

/** The products of any status that have one of these slugs, by slug. One statement. */
export async function findProductsBySlug(slugs: readonly string[]): Promise<Map<string, StoredProduct>> {
  const rows = await query<{ product: string }>(
    'find_products_by_slug',
    // From the slugs to the products, each by its index, however many the planner thinks there are.
    `select ${PRODUCT_DOCUMENT} as product
     from jsonb_array_elements_text($1::jsonb) as asked(slug)
     cross join lateral (select * from products where products.slug = asked.slug limit 1) p`,
    [JSON.stringify(slugs)],
  );
  return new Map(rows.map((row) => stored(row.product)).map((product) => [product.draft.slug, product]));
}

function stored(json: string): StoredProduct {
  const { draft, version } = parseProductDocument(json);
  return { draft, version };
}
