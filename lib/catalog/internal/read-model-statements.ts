import { type SQL, sql } from 'drizzle-orm';
import { toUuid } from '@/lib/kernel/ids';
import type { PriceDraft, ProductDraft } from '../model';
import { optionKey } from '../model';
import { existing, type ProductWrite } from './product-write';
import { jsonRows, uuids } from './rows';

/** Writes what purchases and lists read instead of the product itself: orders' offers, and listings. */
export function readModelStatements(writes: readonly ProductWrite[]): SQL[] {
  return [...offerStatements(writes), ...listingStatements(writes)];
}

function offerStatements(writes: readonly ProductWrite[]): SQL[] {
  const rows = writes.flatMap(({ draft }) => offersOf(draft));
  const known = existing(writes).map(({ draft }) => draft.id);
  const statements: SQL[] = [];
  if (known.length > 0) {
    // Off sale and not deleted: carts that hold the variant go on showing what it was.
    statements.push(
      sql`update offers o set sellable = false
        where o.product_id = any (${uuids(known)}) and o.sellable and not exists (
          select from jsonb_to_recordset(${jsonRows(rows)}) as d (variant_id uuid, currency char(3))
          where d.variant_id = o.variant_id and d.currency = o.currency)`,
    );
  }
  if (rows.length > 0) {
    statements.push(
      sql`insert into offers (
          variant_id, currency, product_id, price_minor, title, sku, options, tax_class, weight_grams,
          requires_shipping, sellable)
        select * from jsonb_to_recordset(${jsonRows(rows)}) as d (
          variant_id uuid, currency char(3), product_id uuid, price_minor bigint, title text, sku text, options jsonb,
          tax_class text, weight_grams int, requires_shipping boolean, sellable boolean)
        on conflict (variant_id, currency) do update set
          product_id = excluded.product_id, price_minor = excluded.price_minor, title = excluded.title,
          sku = excluded.sku, options = excluded.options, tax_class = excluded.tax_class,
          weight_grams = excluded.weight_grams, requires_shipping = excluded.requires_shipping,
          sellable = excluded.sellable`,
    );
  }
  return statements;
}

function offersOf(draft: ProductDraft): object[] {
  return draft.variants.flatMap((variant) =>
    variant.prices.map(({ currency, priceMinor }) => ({
      variant_id: toUuid(variant.id),
      currency,
      product_id: toUuid(draft.id),
      price_minor: priceMinor,
      title: draft.title,
      sku: variant.sku,
      options: draft.options.map(({ name }, index) => ({ name, value: variant.optionValues[index] ?? '' })),
      tax_class: variant.taxClass,
      weight_grams: variant.weightGrams,
      requires_shipping: variant.requiresShipping,
      sellable: draft.status === 'active',
    })),
  );
}

function listingStatements(writes: readonly ProductWrite[]): SQL[] {
  const rows = writes.flatMap(({ draft }) => listingsOf(draft));
  const known = existing(writes).map(({ draft }) => draft.id);
  const statements: SQL[] = [];
  if (known.length > 0) {
    statements.push(
      sql`delete from listings l where l.product_id = any (${uuids(known)}) and not exists (
        select from jsonb_to_recordset(${jsonRows(rows)}) as d (product_id uuid, currency char(3))
        where d.product_id = l.product_id and d.currency = l.currency)`,
    );
  }
  if (rows.length > 0) {
    statements.push(
      sql`insert into listings (product_id, currency, price_minor, compare_at_minor, option_values)
        select * from jsonb_to_recordset(${jsonRows(rows)}) as d (
          product_id uuid, currency char(3), price_minor bigint, compare_at_minor bigint, option_values text[])
        on conflict (product_id, currency) do update set
          price_minor = excluded.price_minor, compare_at_minor = excluded.compare_at_minor,
          option_values = excluded.option_values`,
    );
  }
  return statements;
}

/** What lists show of an active product: in each currency, its cheapest variant. */
function listingsOf({ id, status, options, variants }: ProductDraft): object[] {
  if (status !== 'active') return [];
  const keys = variants.flatMap(({ optionValues }) =>
    options.flatMap(({ name }, index) =>
      optionValues.slice(index, index + 1).map((value) => optionKey(name, value)),
    ),
  );
  const cheapest = new Map<string, PriceDraft>();
  for (const price of variants.flatMap(({ prices }) => prices)) {
    const known = cheapest.get(price.currency);
    if (known === undefined || price.priceMinor < known.priceMinor) cheapest.set(price.currency, price);
  }
  return [...cheapest.values()].map(({ currency, priceMinor, compareAtMinor }) => ({
    product_id: toUuid(id),
    currency,
    price_minor: priceMinor,
    compare_at_minor: compareAtMinor,
    option_values: [...new Set(keys)],
  }));
}
