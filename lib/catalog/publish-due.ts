import { callFunction, query } from '@/db/client';
import { fromUuid, newId, type ProductId, toUuid } from '@/lib/kernel/ids';
import { bumpTags } from '@/lib/platform/tags/bump-tags';
import { COLLECTIONS, LISTS } from '@/lib/platform/tags/tag';
import { findProduct } from './find-products';
import { saveProducts } from './save-products';

/** Who the audit log says it was. */
const ACTOR = 'schedule';
/** How many a call looks at: each is a read and a transaction. What is left is the next call's. */
const AT_ONCE = 50;
/** How often others may write a product between our reading and writing before it is left for the next call. */
const ATTEMPTS = 3;
/** The database's clock says what is due; ours may be behind. */
const CLOCKS_DIFFER_MS = 5_000;

/** Makes drafts active whose time has come. Gives how many were due: fewer than {@link AT_ONCE}, and none is left. */
export async function publishDueProducts(): Promise<{
  readonly published: number;
  readonly isOver: boolean;
}> {
  const rows = await query<{ id: string }>(
    'find_due_products',
    `select id::text from products where status = 'draft' and publish_at <= now() order by publish_at limit $1::int`,
    [AT_ONCE],
  );
  return { published: await publishAll(rows), isOver: rows.length < AT_ONCE };
}

/**
 * Opens collections that shoppers see and whose time has come: what was announced in them goes on sale, but for drafts that wait
 * for a later time of their own. A collection counts as opened when nothing is left to publish, so a call that dies is gone on with.
 */
export async function openDueCollections(): Promise<{ readonly opened: number; readonly isOver: boolean }> {
  const due = await query<{ id: string }>(
    'find_due_collections',
    'select id::text from collections where published and opens_at <= now() order by opens_at limit 10',
    [],
  );
  let opened = 0;
  for (const { id } of due) {
    const drafts = await query<{ id: string }>(
      'find_drafts_to_open',
      `select p.id::text from collection_products m join products p on p.id = m.product_id
       where m.collection_id = $1::uuid and p.status = 'draft' and (p.publish_at is null or p.publish_at <= now())
       order by p.id limit $2::int`,
      [id, AT_ONCE],
    );
    await publishAll(drafts);
    if (drafts.length === AT_ONCE) return { opened, isOver: false };
    const isOpened = await callFunction<boolean>('open_collection', {
      collectionId: id,
      actor: ACTOR,
      auditId: toUuid(newId('aud')),
    });
    if (isOpened) opened += 1;
  }
  if (opened > 0) await bumpTags([COLLECTIONS, LISTS]);
  return { opened, isOver: due.length < 10 };
}

async function publishAll(rows: readonly { readonly id: string }[]): Promise<number> {
  let published = 0;
  for (const { id } of rows) if (await publish(fromUuid('prod', id))) published += 1;
  return published;
}

/** Publishes a draft, unless whoever changed it meanwhile put it off or took it back. */
async function publish(id: ProductId): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await findProduct(id);
    if (before === null || before.draft.status !== 'draft') return false;
    const { publishAt } = before.draft;
    if (publishAt && Date.parse(publishAt) > Date.now() + CLOCKS_DIFFER_MS) return false;
    const draft = { ...before.draft, status: 'active' as const, publishAt: null };
    const saved = await saveProducts([{ draft, before }], { actor: ACTOR, reason: 'published' });
    if (saved.ok) return true;
  }
  return false;
}
