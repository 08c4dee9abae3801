import { query } from '@/db/client';
import { fromUuid, type ProductId, toUuid } from '@/lib/kernel/ids';
import { getShop } from '@/lib/shop/queries';
import { type MerchantListFilter, merchantListStatement } from './internal/merchant-list-statement';
import { presentForMerchant } from './internal/present-product';
import { PRODUCT_DOCUMENT, parseProductDocument } from './internal/product-document';
import type { MerchantProduct, Page } from './model';

/** Why pictures of the product in row `p` could not be had: `{ image: message }`. */
const PROBLEMS = `(
  select coalesce(json_object_agg(i.id, r.message), '{}')
  from product_images i
  join remote_images r on r.url_hash = sha256(convert_to(i.source_url, 'UTF8')) and r.status = 'failed'
  where i.product_id = p.id and i.path is null)::text`;

/** The product of any status as merchants see it, as it stands now; null if there is none. One statement. */
export async function findProductForMerchant(id: ProductId): Promise<MerchantProduct | null> {
  const { currency } = await getShop();
  const [row] = await query<{ product: string; problems: string }>(
    'find_product_for_merchant',
    `select ${PRODUCT_DOCUMENT} as product, ${PROBLEMS} as problems from products p where p.id = $1::uuid`,
    [toUuid(id)],
  );
  if (row === undefined) return null;
  const problems = Object.entries(JSON.parse(row.problems) as Record<string, string>).map(
    ([image, message]) => [fromUuid('img', image), message],
  );
  return presentForMerchant(parseProductDocument(row.product), currency, Object.fromEntries(problems));
}

/** A page of products of any status, newest first, as they stand now. One statement. `nextCursor` is a product's id. */
export async function listProductsForMerchant(filter: MerchantListFilter): Promise<Page<MerchantProduct>> {
  const { currency } = await getShop();
  const { name, text, values } = merchantListStatement(filter);
  const rows = await query<{ product: string }>(name, text, values);
  const products = rows.map((row) => presentForMerchant(parseProductDocument(row.product), currency));
  const items = products.slice(0, filter.limit);
  return { items, nextCursor: products.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
}
