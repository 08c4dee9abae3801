import { query } from '@/db/client';
import { type CollectionId, toUuid } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import { type MerchantCollectionRow, toMerchantCollection } from './internal/merchant-collection';
import type { MerchantCollection } from './model';

const DOCUMENT = `(to_jsonb(c) || jsonb_build_object('products',
  (select count(*) from collection_products p where p.collection_id = c.id),
  'image_problem', (select r.message from remote_images r
    where c.image_path is null and r.url_hash = sha256(convert_to(c.image_source, 'UTF8')) and r.status = 'failed'),
  'translations', collection_translations_of(c.id)))::text as collection`;

/** A page of all collections, newest first, those that shoppers do not see too. One statement. */
export async function listMerchantCollections(filter: {
  readonly limit: number;
  readonly after?: CollectionId | undefined;
}): Promise<Page<MerchantCollection, CollectionId>> {
  const rows = await query<{ collection: string }>(
    'list_merchant_collections',
    `select ${DOCUMENT} from collections c where $2::uuid is null or c.id < $2::uuid
     order by c.id desc limit $1::int`,
    [filter.limit + 1, filter.after === undefined ? null : toUuid(filter.after)],
  );
  const collections = rows.map((row) =>
    toMerchantCollection(JSON.parse(row.collection) as MerchantCollectionRow),
  );
  return toPage(collections, filter.limit, ({ id }) => id);
}

export async function findMerchantCollection(id: CollectionId): Promise<MerchantCollection | null> {
  const [row] = await query<{ collection: string }>(
    'find_merchant_collection',
    `select ${DOCUMENT} from collections c where c.id = $1::uuid`,
    [toUuid(id)],
  );
  return row === undefined ? null : toMerchantCollection(JSON.parse(row.collection) as MerchantCollectionRow);
}
