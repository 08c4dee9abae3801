import { canonicalJson } from '@/lib/kernel/canonical-json';
import type { ProductDraft, ProductOption, StoredProduct, Translation, Translations, Words } from '../model';
import { cleanDescription } from './clean-description';

/** The draft as it will read once it is saved: its description cleaned, levels of stock that it leaves open filled in. */
export function settleDraft(draft: ProductDraft, before: StoredProduct | null): ProductDraft {
  const levels = new Map(before?.draft.variants.map(({ id, stock }) => [id, stock]));
  // Who made it and its kind are searched in every language that it is said in: what is said is written anew with them.
  const translations = draft.translations ?? before?.draft.translations;
  return {
    ...draft,
    descriptionHtml: cleanDescription(draft.descriptionHtml).html,
    // Only a draft waits to be published.
    publishAt: draft.status === 'draft' ? (draft.publishAt ?? keptTime(draft, before)) : null,
    variants: draft.variants.map((variant) => {
      if (variant.stock !== undefined) return variant;
      // Null is a level too (not counted), so only a variant that is new starts from 0.
      const known = levels.get(variant.id);
      return { ...variant, stock: known === undefined ? 0 : known };
    }),
    ...(translations === undefined
      ? {}
      : { translations: settleTranslations(translations, before?.draft.translations, draft.options) }),
    ...(draft.collectionIds === undefined ? {} : { collectionIds: [...draft.collectionIds].sort() }),
  };
}

function keptTime({ publishAt }: ProductDraft, before: StoredProduct | null): string | null {
  return publishAt === undefined ? (before?.draft.publishAt ?? null) : publishAt;
}

/**
 * Descriptions cleaned, and nothing kept of a language in which nothing is said. Words that a translation does not mention
 * stay as they were `before`.
 */
export function settleTranslations(
  translations: Translations,
  before: Translations = {},
  options: readonly ProductOption[] = [],
): Translations {
  return Object.fromEntries(
    Object.entries(translations)
      .map(([language, { title, descriptionHtml, words = before[language]?.words }]) => {
        const said = settleWords(words ?? {}, options);
        const translation: Translation = {
          title,
          descriptionHtml: cleanDescription(descriptionHtml).html,
          ...(Object.keys(said).length === 0 ? {} : { words: said }),
        };
        return [language, translation] as const;
      })
      .filter(([, { title, descriptionHtml, words }]) => title !== '' || descriptionHtml !== '' || words)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Values of an option that are called the same in a language could not be told apart there: they stay as they are. */
function settleWords(words: Words, options: readonly ProductOption[]): Words {
  const unclear = new Set(
    options.flatMap(({ values }) =>
      new Set(values.map((value) => words[value] || value)).size === values.length ? [] : values,
    ),
  );
  return Object.fromEntries(Object.entries(words).filter(([own, word]) => word !== '' && !unclear.has(own)));
}

/** Whether saving a settled draft would change nothing. */
export function isUnchanged(draft: ProductDraft, before: StoredProduct): boolean {
  const { collectionIds = before.draft.collectionIds, translations = before.draft.translations } = draft;
  const whole = { ...draft, collectionIds, translations };
  return canonicalJson(whole) === canonicalJson(before.draft);
}
