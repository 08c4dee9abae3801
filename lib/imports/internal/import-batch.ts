import { findProductsBySlug } from '@/lib/catalog/find-products';
import { type ProductSave, saveProducts } from '@/lib/catalog/save-products';
import type { ImportId } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { errorAt, type ImportMessage, noteAt } from '../model';
import { capMessages } from './cap-messages';
import { advanceStatement, type Tally } from './journal';
import { planProduct } from './plan-product';
import type { ProductInFile } from './product-in-file';

export type BatchContext = {
  readonly importId: ImportId;
  readonly currency: string;
  readonly actor: string;
  /** Why stock changes, for the ledger. */
  readonly reason: string;
};

const MAX_MESSAGES_PER_PRODUCT = 200;

/**
 * Brings a run of products, the first of which is product `from` of the file, into the catalog: they, their part of
 * the count and their messages in one transaction. Refuses when somebody wrote one of them meanwhile: try again.
 */
export async function importBatch(
  products: readonly ProductInFile[],
  from: number,
  context: BatchContext,
): Promise<Outcome<undefined, 'changed-meanwhile'>> {
  const slugs = products.flatMap(({ slug, content }) => (content === null ? [] : slug));
  const stored = slugs.length === 0 ? new Map() : await findProductsBySlug(slugs);
  const saves: ProductSave[] = [];
  const messages: ImportMessage[] = [];
  const images: { line: number; url: string }[] = [];
  for (const { slug, line, content, messages: found } of products) {
    const said = [...found];
    if (content !== null) {
      const before = stored.get(slug) ?? null;
      const plan = planProduct(slug, content, before, context.currency);
      if (plan.ok) {
        saves.push({ draft: plan.value.draft, before });
        said.push(...plan.value.notes.map((note) => noteAt(line, note)));
        for (const { sourceUrl, path } of plan.value.draft.images)
          if (path === null && sourceUrl !== null) images.push({ line, url: sourceUrl });
      } else {
        said.push(errorAt(line, plan.message));
      }
    }
    messages.push(...capMessages(said, MAX_MESSAGES_PER_PRODUCT));
  }
  const tally = tallyOf(saves, products.length);
  const step = { from, done: from + products.length, ...tally };
  const saved = await saveProducts(saves, {
    actor: context.actor,
    reason: context.reason,
    alongside: [advanceStatement(context.importId, step, { messages, images })],
  });
  // An address that is taken now was free when we looked: another process made the product meanwhile.
  return saved.ok ? ok() : no('changed-meanwhile');
}

function tallyOf(saves: readonly ProductSave[], total: number): Tally {
  const created = saves.filter(({ before }) => before === null).length;
  return { created, updated: saves.length - created, skipped: total - saves.length };
}
