import { type SQL, sql } from 'drizzle-orm';
import { toUuid } from '@/lib/kernel/ids';
import { existing, type ProductWrite } from './product-write';
import { jsonRows, uuids } from './rows';

/** Writes variants and their prices; a variant that is not in its product's draft any more is archived. */
export function variantStatements(writes: readonly ProductWrite[]): SQL[] {
  const rows = writes.flatMap(({ draft }) =>
    draft.variants.map((variant, position) => ({
      id: toUuid(variant.id),
      product_id: toUuid(draft.id),
      position,
      sku: variant.sku,
      title: variant.title,
      option_values: variant.optionValues,
      barcode: variant.barcode,
      weight_grams: variant.weightGrams,
      requires_shipping: variant.requiresShipping,
      tax_class: variant.taxClass,
      image_id: variant.imageId === null ? null : toUuid(variant.imageId),
    })),
  );
  const known = existing(writes).map(({ draft }) => draft.id);
  const statements: SQL[] = [];
  if (known.length > 0) {
    // Those that only change their option values are archived as well and come back below: two that trade places
    // would otherwise have the same values for a moment, which the index of live combinations refuses.
    statements.push(
      sql`update variants v set archived_at = now()
        where v.product_id = any (${uuids(known)}) and v.archived_at is null and not exists (
          select from jsonb_to_recordset(${jsonRows(rows)}) as d (id uuid, option_values text[])
          where d.id = v.id and d.option_values = v.option_values)`,
    );
  }
  statements.push(
    sql`insert into variants (
        id, product_id, position, sku, title, option_values, barcode, weight_grams, requires_shipping, tax_class, image_id)
      select * from jsonb_to_recordset(${jsonRows(rows)}) as d (
        id uuid, product_id uuid, position smallint, sku text, title text, option_values text[], barcode text,
        weight_grams int, requires_shipping boolean, tax_class text, image_id uuid)
      on conflict (id) do update set
        position = excluded.position, sku = excluded.sku, title = excluded.title,
        option_values = excluded.option_values, barcode = excluded.barcode, weight_grams = excluded.weight_grams,
        requires_shipping = excluded.requires_shipping, tax_class = excluded.tax_class, image_id = excluded.image_id,
        archived_at = null`,
    ...priceStatements(writes),
  );
  return statements;
}

function priceStatements(writes: readonly ProductWrite[]): SQL[] {
  const rows = writes.flatMap(({ draft }) =>
    draft.variants.flatMap(({ id, prices }) =>
      prices.map(({ currency, priceMinor, compareAtMinor }) => ({
        variant_id: toUuid(id),
        currency,
        price_minor: priceMinor,
        compare_at_minor: compareAtMinor,
      })),
    ),
  );
  const known = existing(writes).flatMap(({ draft }) => draft.variants.map(({ id }) => id));
  const statements: SQL[] = [];
  if (known.length > 0) {
    statements.push(
      sql`delete from prices m where m.variant_id = any (${uuids(known)}) and not exists (
        select from jsonb_to_recordset(${jsonRows(rows)}) as d (variant_id uuid, currency char(3))
        where d.variant_id = m.variant_id and d.currency = m.currency)`,
    );
  }
  if (rows.length > 0) {
    statements.push(
      sql`insert into prices (variant_id, currency, price_minor, compare_at_minor)
        select * from jsonb_to_recordset(${jsonRows(rows)})
          as d (variant_id uuid, currency char(3), price_minor bigint, compare_at_minor bigint)
        on conflict (variant_id, currency) do update set
          price_minor = excluded.price_minor, compare_at_minor = excluded.compare_at_minor`,
    );
  }
  return statements;
}
