import { canonicalJson } from '@/lib/kernel/canonical-json';
import type { ProductDraft, StoredProduct, Translations } from '../model';
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
    ...(draft.translations === undefined ? {} : { translations: settleTranslations(draft.translations) }),
    ...(draft.collectionIds === undefined ? {} : { collectionIds: [...draft.collectionIds].sort() }),
  };
}

/** Descriptions cleaned, and nothing kept of a language in which nothing is said. */
export function settleTranslations(translations: Translations): Translations {
  return Object.fromEntries(
    Object.entries(translations)
      .map(([language, { title, descriptionHtml }]) => {
        return [language, { title, descriptionHtml: cleanDescription(descriptionHtml).html }] as const;
      })
      .filter(([, { title, descriptionHtml }]) => title !== '' || descriptionHtml !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Whether saving a settled draft would change nothing. */
export function isUnchanged(draft: ProductDraft, before: StoredProduct): boolean {
  const { collectionIds = before.draft.collectionIds, translations = before.draft.translations } = draft;
  const whole = { ...draft, collectionIds, translations };
  return canonicalJson(whole) === canonicalJson(before.draft);
}
