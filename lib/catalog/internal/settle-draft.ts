import { canonicalJson } from '@/lib/kernel/canonical-json';
import type { ProductDraft, StoredProduct } from '../model';
import { cleanDescription } from './clean-description';

/** The draft as it will read once it is saved: its description cleaned, levels of stock that it leaves open filled in. */
export function settleDraft(draft: ProductDraft, before: StoredProduct | null): ProductDraft {
  const levels = new Map(before?.draft.variants.map(({ id, stock }) => [id, stock]));
  return {
    ...draft,
    descriptionHtml: cleanDescription(draft.descriptionHtml).html,
    variants: draft.variants.map((variant) => {
      if (variant.stock !== undefined) return variant;
      // Null is a level too (not counted), so only a variant that is new starts from 0.
      const known = levels.get(variant.id);
      return { ...variant, stock: known === undefined ? 0 : known };
    }),
    ...(draft.collectionIds === undefined ? {} : { collectionIds: [...draft.collectionIds].sort() }),
  };
}

/** Whether saving a settled draft would change nothing. */
export function isUnchanged(draft: ProductDraft, before: StoredProduct): boolean {
  const whole =
    draft.collectionIds === undefined ? { ...draft, collectionIds: before.draft.collectionIds } : draft;
  return canonicalJson(whole) === canonicalJson(before.draft);
}
