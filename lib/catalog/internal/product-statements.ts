import { type SQL, sql } from 'drizzle-orm';
import { toUuid } from '@/lib/kernel/ids';
import { cleanDescription } from './clean-description';
import { existing, type ProductWrite } from './product-write';
import { jsonRows, uuids } from './rows';

/** Fails the transaction unless every product is still as it was read. */
export function expectStatements(writes: readonly ProductWrite[]): SQL[] {
  const expected = existing(writes).map(({ draft, before }) => ({
    id: toUuid(draft.id),
    version: before.version,
  }));
  return expected.length === 0 ? [] : [sql`select expect_products(${jsonRows(expected)})`];
}

/** Writes products, options, images and what collections they are in. Images come before the variants that show them. */
export function productStatements(writes: readonly ProductWrite[]): SQL[] {
  const statements = [upsertProducts(writes)];
  const known = existing(writes).map(({ draft }) => draft.id);
  const images = writes.flatMap(({ draft }) => draft.images);
  if (known.length > 0) {
    statements.push(
      sql`delete from product_options where product_id = any (${uuids(known)})`,
      sql`delete from product_images
        where product_id = any (${uuids(known)}) and id <> all (${uuids(images.map(({ id }) => id))})`,
    );
  }
  statements.push(...insertOptions(writes), ...upsertImages(writes), ...placeInCollections(writes));
  return statements;
}

function upsertProducts(writes: readonly ProductWrite[]): SQL {
  const rows = writes.map(({ draft, version }) => {
    const description = cleanDescription(draft.descriptionHtml);
    return {
      id: toUuid(draft.id),
      slug: draft.slug,
      title: draft.title,
      description_html: description.html,
      description_text: description.text,
      vendor: draft.vendor,
      product_type: draft.productType,
      tags: draft.tags,
      status: draft.status,
      publish_at: draft.publishAt ?? null,
      updated_at: version,
    };
  });
  return sql`
    insert into products (
      id, slug, title, description_html, description_text, vendor, product_type, tags, status, publish_at, updated_at)
    select * from jsonb_to_recordset(${jsonRows(rows)}) as d (
      id uuid, slug text, title text, description_html text, description_text text, vendor text, product_type text,
      tags text[], status text, publish_at timestamptz, updated_at timestamptz)
    on conflict (id) do update set
      slug = excluded.slug, title = excluded.title, description_html = excluded.description_html,
      description_text = excluded.description_text, vendor = excluded.vendor, product_type = excluded.product_type,
      tags = excluded.tags, status = excluded.status, publish_at = excluded.publish_at, updated_at = excluded.updated_at`;
}

function insertOptions(writes: readonly ProductWrite[]): SQL[] {
  const rows = writes.flatMap(({ draft }) =>
    draft.options.map(({ name, values }, position) => ({
      product_id: toUuid(draft.id),
      position,
      name,
      values,
    })),
  );
  if (rows.length === 0) return [];
  return [
    sql`insert into product_options (product_id, position, name, "values")
      select * from jsonb_to_recordset(${jsonRows(rows)})
        as d (product_id uuid, position smallint, name text, "values" text[])`,
  ];
}

function upsertImages(writes: readonly ProductWrite[]): SQL[] {
  const rows = writes.flatMap(({ draft }) =>
    draft.images.map(({ id, sourceUrl, ...image }, position) => ({
      ...image,
      id: toUuid(id),
      source_url: sourceUrl,
      product_id: toUuid(draft.id),
      position,
    })),
  );
  if (rows.length === 0) return [];
  return [
    sql`insert into product_images (id, product_id, position, alt, source_url, path, width, height)
      select * from jsonb_to_recordset(${jsonRows(rows)}) as d (
        id uuid, product_id uuid, position smallint, alt text, source_url text, path text, width int, height int)
      on conflict (id) do update set
        position = excluded.position, alt = excluded.alt, source_url = excluded.source_url, path = excluded.path,
        width = excluded.width, height = excluded.height`,
  ];
}

function placeInCollections(writes: readonly ProductWrite[]): SQL[] {
  const placed = writes.filter(({ draft }) => draft.collectionIds !== undefined);
  const rows = placed.flatMap(({ draft }) =>
    (draft.collectionIds ?? []).map((id) => ({ collection_id: toUuid(id), product_id: toUuid(draft.id) })),
  );
  const known = existing(placed).map(({ draft }) => draft.id);
  // Twice: what collections show, and orders' own copy of it, for discounts.
  return [sql.raw('collection_products'), sql.raw('offer_collections')].flatMap((table) => {
    const statements: SQL[] = [];
    if (known.length > 0) {
      statements.push(
        sql`delete from ${table} c
          where c.product_id = any (${uuids(known)}) and not exists (
            select from jsonb_to_recordset(${jsonRows(rows)}) as d (collection_id uuid, product_id uuid)
            where d.collection_id = c.collection_id and d.product_id = c.product_id)`,
      );
    }
    if (rows.length > 0) {
      statements.push(
        sql`insert into ${table} (collection_id, product_id)
          select * from jsonb_to_recordset(${jsonRows(rows)}) as d (collection_id uuid, product_id uuid)
          on conflict do nothing`,
      );
    }
    return statements;
  });
}
