import type { ProductDraft, Words } from '../model';
import { variantTitle } from './variant-title';

/** The product with its short texts in another language, as far as they are there. */
export function sayProduct(draft: ProductDraft, words: Words): ProductDraft {
  const say = (text: string) => words[text] || text;
  return {
    ...draft,
    productType: say(draft.productType),
    tags: draft.tags.map(say),
    options: draft.options.map(({ name, values }) => ({ name: say(name), values: values.map(say) })),
    images: draft.images.map((image) => ({ ...image, alt: say(image.alt) })),
    variants: draft.variants.map((variant) => {
      const optionValues = variant.optionValues.map(say);
      const isOwnTitle = variant.title !== variantTitle(variant.optionValues);
      const title = isOwnTitle ? say(variant.title) : variantTitle(optionValues);
      return { ...variant, optionValues, title };
    }),
  };
}
