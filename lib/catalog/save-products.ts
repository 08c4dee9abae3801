import type { SQLWrapper } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { violates } from '@/lib/kernel/faults';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { bumpTags, willBumpTags } from '@/lib/platform/tags/bump-tags';
import { LISTS, productTag, type Tag } from '@/lib/platform/tags/tag';
import { wantPictures } from './internal/picture-queue';
import { expectStatements, productStatements } from './internal/product-statements';
import type { ProductWrite } from './internal/product-write';
import { readModelStatements } from './internal/read-model-statements';
import { recordStatements } from './internal/record-statements';
import { isUnchanged, settleDraft } from './internal/settle-draft';
import { stockStatements } from './internal/stock-statements';
import { translationStatements } from './internal/translation-statements';
import { variantStatements } from './internal/variant-statements';
import { newVersion } from './internal/version';
import { wordStatements } from './internal/word-statements';
import type { ProductDraft, StoredProduct } from './model';

/** A product as it is to be, and as it was read (null: it is new). */
export type ProductSave = { readonly draft: ProductDraft; readonly before: StoredProduct | null };

export type SaveContext = {
  readonly actor: string;
  readonly requestId?: string | undefined;
  /** Why stock changes, for the ledger. */
  readonly reason: string;
  /** Further statements of the same transaction, run first: an answer to keep, an import's progress. */
  readonly alongside?: readonly SQLWrapper[];
  /** And those that need the products: run last. */
  readonly afterwards?: readonly SQLWrapper[];
};

export type SaveRefusal =
  /** Another product has this address. */
  | 'slug-taken'
  /** Somebody wrote one of the products after it was read: read again, think again. */
  | 'changed-meanwhile';

/** The product as it was saved; its version is the one to base the next change on. */
export type Saved = StoredProduct & { readonly isChanged: boolean };

/**
 * Writes products whole, all or none: themselves, variants, prices, stock through the ledger, what lists and purchases
 * read, the audit log and the outbox. A handful of statements however many there are (up to a few hundred variants is
 * a good batch). A product that is already as it should be is not written.
 */
export async function saveProducts(
  saves: readonly ProductSave[],
  context: SaveContext,
): Promise<Outcome<readonly Saved[], SaveRefusal>> {
  const planned = saves.map(({ draft, before }) => planSave(draft, before, Date.now()));
  return (await runSaves(planned, context)) ?? ok(planned);
}

export type PlannedSave = Saved & { readonly before: StoredProduct | null };

/** What saving a draft will leave behind, known before it is done: an answer can be kept in the same transaction. */
export function planSave(draft: ProductDraft, before: StoredProduct | null, nowMs: number): PlannedSave {
  const settled = settleDraft(draft, before);
  if (before !== null && isUnchanged(settled, before)) return { ...before, before, isChanged: false };
  return { draft: settled, version: newVersion(nowMs), before, isChanged: true };
}

/** Runs planned saves as one transaction. Gives the refusal, or null when all is written. */
export async function runSaves(
  planned: readonly PlannedSave[],
  context: SaveContext,
): Promise<{ readonly ok: false; readonly reason: SaveRefusal } | null> {
  const writes: ProductWrite[] = planned.filter(({ isChanged }) => isChanged);
  // Also those of products that are as they should be: a picture that was given up is tried again when its product is saved.
  const wanted = wantPictures(planned.map(({ draft }) => draft));
  const statements = [
    ...(context.alongside ?? []),
    ...writeStatements(writes, context),
    ...wanted,
    ...(context.afterwards ?? []),
  ];
  try {
    await atomically(statements);
    await bumpTags(tagsOf(writes));
    return null;
  } catch (error) {
    if (violates(error, 'products_slug_key')) return no('slug-taken');
    if (violates(error, 'products_version_check')) return no('changed-meanwhile');
    // A collection that was there when it was looked for.
    if (violates(error, 'collection_products_collection_id_collections_id_fk'))
      return no('changed-meanwhile');
    throw error;
  }
}

/** Whatever is changed of a product, a list may show it. */
function tagsOf(writes: readonly ProductWrite[]): Tag[] {
  return writes.length === 0 ? [] : [LISTS, ...writes.map(({ draft }) => productTag(draft.id))];
}

function writeStatements(writes: readonly ProductWrite[], context: SaveContext): SQLWrapper[] {
  if (writes.length === 0) return [];
  return [
    ...expectStatements(writes),
    ...productStatements(writes),
    ...translationStatements(writes),
    ...variantStatements(writes),
    ...readModelStatements(writes),
    ...stockStatements(writes, context),
    ...recordStatements(writes, context),
    willBumpTags(tagsOf(writes)),
    ...wordStatements(writes),
  ];
}
