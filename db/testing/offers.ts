import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { newId, toUuid, type VariantId } from '@/lib/kernel/ids';

type OfferOptions = {
  readonly priceMinor?: number;
  /** null: not counted. */
  readonly stock?: number | null;
  readonly lanes?: number;
  readonly sellable?: boolean;
};

/** For tests: a variant that orders can sell, without a catalog around it. Its stock goes through the ledger. */
export async function makeOffer(options: OfferOptions = {}): Promise<VariantId> {
  const { priceMinor = 1_000, stock = 10, lanes = 1, sellable = true } = options;
  const id = newId('var');
  const uuid = toUuid(id);
  await atomically([
    sql`insert into offers (variant_id, currency, product_id, price_minor, title, sku, options, tax_class, weight_grams, requires_shipping, sellable)
        values (${uuid}::uuid, 'USD', ${toUuid(newId('prod'))}::uuid, ${priceMinor}::bigint, 'A thing', ${id}, '[]', 'standard', 100, true, ${sellable}::boolean)`,
    sql`insert into stock_items (variant_id, counted, lane_count) values (${uuid}::uuid, ${stock !== null}::boolean, ${lanes}::smallint)`,
    ...(stock === null
      ? []
      : [
          sql`select adjust_stock(jsonb_build_object('variantId', ${uuid}::text, 'set', ${stock}::int, 'kind', 'receive', 'actor', 'test'))`,
        ]),
  ]);
  return id;
}
