import type { ApiFault, Schema } from '@/app/(merchant)/_api/client';
import { type OptionText, type Row, readRows, toOptionTexts, toRows, valuesOf } from './variant-rows';

type Product = Schema<'MerchantProduct'>;

/** Everything of a product that is typed and saved together. */
export type ProductForm = {
  readonly title: string;
  readonly slug: string;
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: string;
  readonly collectionIds: readonly string[];
  readonly options: readonly OptionText[];
  readonly rows: readonly Row[];
  /** French, the language that the shop speaks besides its own. */
  readonly french: { readonly title: string; readonly descriptionHtml: string };
};

/** What each part of the page is given of the form. */
export type FormPart = {
  readonly form: ProductForm;
  /** What the API said against it. */
  readonly fault: ApiFault | undefined;
  readonly isReadOnly: boolean;
  readonly set: (part: Partial<ProductForm>) => void;
};

export function toForm(product: Product): ProductForm {
  const { title, slug, descriptionHtml, vendor, productType, tags, collectionIds, translations } = product;
  return {
    ...{ title, slug, descriptionHtml, vendor, productType, collectionIds },
    tags: tags.join(', '),
    options: toOptionTexts(product),
    rows: toRows(product),
    french: {
      title: translations.fr?.title ?? '',
      descriptionHtml: translations.fr?.descriptionHtml ?? '',
    },
  };
}

const tagsOf = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What the form changes of the product, as the API takes it, and what cannot be read of it. */
export function readForm(form: ProductForm, product: Product, currency: string) {
  const before = toForm(product);
  const change: Record<string, unknown> = {};
  for (const name of ['title', 'slug', 'descriptionHtml', 'vendor', 'productType', 'collectionIds'] as const)
    if (!isEqual(form[name], before[name])) change[name] = form[name];
  if (form.tags !== before.tags) change.tags = tagsOf(form.tags);
  if (!isEqual(form.french, before.french))
    change.translations = {
      ...Object.fromEntries(Object.entries(product.translations).filter(([language]) => language !== 'fr')),
      fr: form.french,
    };
  const options = form.options
    .map((option) => ({ name: option.name.trim(), values: valuesOf(option) }))
    .filter(({ name, values }) => name !== '' || values.length > 0);
  const hasOptions = !isEqual(options, product.options);
  const hasRows = !isEqual(form.rows, before.rows);
  const read = readRows(form.rows, product, currency);
  if (hasOptions) change.options = options;
  if (hasRows || hasOptions) change.variants = read.variants;
  return { change, isChanged: Object.keys(change).length > 0, faults: hasRows ? read.faults : {} };
}
