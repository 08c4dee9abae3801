import { z } from 'zod';
import {
  currencySchema,
  idSchema,
  line,
  MAX_MINOR,
  momentSchema,
  moneySchema,
  optionalLine,
  pageQuery,
  queryText,
} from '@/lib/kernel/schemas';
import { arrangeChoices } from './internal/arrange-choices';
import {
  COLLECTION_SORTS,
  MAX_FILTER_VALUES,
  MAX_IMAGES,
  MAX_OPTIONS,
  MAX_SLUG_LENGTH,
  MAX_VARIANTS,
  PRODUCT_SORTS,
  PRODUCT_STATUSES,
  STOCK_STATES,
} from './model';
import { isSlug } from './slug';

const MAX_STOCK = 1_000_000_000;
const MAX_GRAMS = 100_000_000;
const MAX_COLLECTIONS = 100;

/** The part of a product's address that names it. */
export const slugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .refine(isSlug, 'Must be letters a to z and digits, joined by hyphens.')
  .meta({ maxLength: MAX_SLUG_LENGTH, pattern: '^[a-z0-9]+(?:[-_][a-z0-9]+)*$' });

const options = z
  .array(z.object({ name: line(255), values: z.array(line(255)).min(1).max(MAX_VARIANTS) }))
  .max(MAX_OPTIONS);

/** An amount of the shop's own currency may leave it out, or be the number alone. */
const price = z.preprocess(
  (given) => (typeof given === 'number' ? { amount: given } : given),
  moneySchema.extend({ currency: currencySchema.optional() }),
);

const optionValues = z
  .union([z.array(line(255)).max(MAX_OPTIONS), z.record(line(255), line(255))])
  .describe('A value for each option, in their order or by the options’ names.');

const amount = moneySchema.shape.amount;

function checkPrices(prices: readonly { currency: string }[], context: z.RefinementCtx): void {
  for (const [index, { currency }] of prices.entries()) {
    if (prices.findIndex((price) => price.currency === currency) === index) continue;
    context.addIssue({ code: 'custom', path: [index, 'currency'], message: 'Is in the list already.' });
  }
}

const prices = z
  .array(z.object({ amount, currency: currencySchema, compareAtAmount: amount.nullish() }))
  .max(50)
  .superRefine(checkPrices)
  .describe(
    'In other currencies that the shop sells in: the whole list. What is not in it is not sold in that currency.',
  )
  .meta({ examples: [[]] });

const variantFields = {
  sku: z.string().trim().max(255),
  title: optionalLine(255),
  price,
  compareAtPrice: price.nullish(),
  prices: prices.optional(),
  optionValues: optionValues.optional(),
  stock: z
    .int()
    .min(0)
    .max(MAX_STOCK)
    .nullish()
    .describe('Units that are free to sell; null is not counted: always sellable.'),
  barcode: z
    .string()
    .trim()
    .max(255)
    .nullish()
    .transform((text) => (text === '' ? null : text)),
  weightGrams: z.int().min(0).max(MAX_GRAMS).optional(),
  requiresShipping: z.boolean().optional(),
};

const languageCode = z.string().regex(/^[a-z]{2}$/, 'Must be a language, as fr.');

const translation = {
  title: z.string().trim().max(255).default(''),
  descriptionHtml: z.string().max(60_000).default(''),
};

const translations = z
  .record(languageCode, z.object(translation))
  .describe('By language; all of them. What is empty is shown in the shop’s own.')
  .meta({ examples: [{ fr: { title: 'Deux cloches' } }] });

/** More than any product says. */
const MAX_WORDS = 1_000;

const productTranslations = z
  .record(
    languageCode,
    z.object({
      ...translation,
      words: z
        .record(z.string().min(1).max(2_000), z.string().trim().max(2_000))
        .refine((words) => Object.keys(words).length <= MAX_WORDS, `Must be ${MAX_WORDS} words at most.`)
        .optional()
        .describe(
          'Its short texts by what they are in the shop’s own language: names and values of options, texts of pictures, the ' +
            'kind of product, tags. As they were when absent.',
        ),
    }),
  )
  .describe('By language; all of them. What is empty is shown in the shop’s own.')
  .meta({ examples: [{ fr: { title: 'Deux cloches', words: { Size: 'Format' } } }] });

const productFields = {
  title: line(255),
  slug: slugSchema.optional().describe('Made from the title when absent.'),
  descriptionHtml: z.string().max(60_000).describe('HTML; what could run or load something is taken out.'),
  vendor: z.string().trim().max(255),
  productType: z.string().trim().max(255),
  tags: z.array(line(255)).max(250),
  status: z.enum(PRODUCT_STATUSES),
  options,
  translations: productTranslations,
  publishAt: momentSchema
    .nullable()
    .describe('When a draft becomes active by itself, within a minute; null: it waits for you.')
    .meta({ examples: [null] }),
  collectionIds: z
    .array(idSchema('col'))
    .max(MAX_COLLECTIONS)
    .describe('What collections it is in: all of them.')
    .meta({ examples: [[]] }),
};

/** The pictures that are there already; new ones come by upload. */
const images = z
  .array(z.object({ id: idSchema('img'), alt: z.string().trim().max(1_000).optional() }))
  .max(MAX_IMAGES)
  .describe('All pictures in their order, by their ids: one that is not in the list goes.')
  .meta({ examples: [[]] });

const indexOrName = (part: string) => (/^\d+$/.test(part) ? Number(part) : part);

/** What `POST /api/admin/products` takes. */
export const createProductInput = z
  .object({
    ...productFields,
    descriptionHtml: productFields.descriptionHtml.default(''),
    vendor: productFields.vendor.default(''),
    productType: productFields.productType.default(''),
    tags: productFields.tags.default([]),
    options: options.default([]),
    translations: productTranslations.default({}),
    publishAt: productFields.publishAt.default(null),
    collectionIds: productFields.collectionIds.default([]),
    variants: z.array(z.object(variantFields)).min(1).max(MAX_VARIANTS),
  })
  .transform((product, context) => {
    const { faults, ...arranged } = arrangeChoices(product.options, product.variants);
    for (const { path, message } of faults)
      context.addIssue({ code: 'custom', path: path.split('/').map(indexOrName), message });
    return { ...product, ...arranged };
  });

export type CreateProductInput = z.output<typeof createProductInput>;

const variantChange = z
  .object({
    ...variantFields,
    id: z.string().describe('Names the variant to change; without it, its option values do, else its sku.'),
  })
  .partial();

/**
 * What `PATCH /api/admin/products/{id}` takes: what it names changes, nothing else. `variants` is the whole list: one
 * that is found by its id, option values or sku changes in what it names, one that is not is new and needs a price, and
 * one that is not in the list is taken off sale.
 */
export const changeProductInput = z
  .object({
    ...productFields,
    slug: slugSchema,
    images,
    variants: z.array(variantChange).min(1).max(MAX_VARIANTS),
  })
  .partial();

export type ChangeProductInput = z.output<typeof changeProductInput>;

const askedCurrency = currencySchema
  .optional()
  .describe('One that the shop sells in, its own when absent; what has no price in it is left out.');

/** Which of the product's languages a shopper reads. */
export const askedLanguage = languageCode
  .optional()
  .describe('For all texts, as far as they are translated into it; the shop’s own when absent.');

/** How a shopper asks for a product. */
export const getProductInput = z.object({ currency: askedCurrency, language: askedLanguage });

/** An amount in a query: digits alone. */
const priceBound = z
  .string()
  .regex(/^\d{1,11}$/, 'Must be a whole number of minor units.')
  .optional()
  .transform((digits) => (digits === undefined ? undefined : Number(digits)))
  .meta({ type: 'integer', pattern: undefined, minimum: 0, maximum: MAX_MINOR });

const listFields = {
  currency: askedCurrency,
  language: askedLanguage.describe(
    'For all texts, as far as they are translated into it, and for the words to search for; the shop’s own when absent.',
  ),
  query: queryText(200).describe('Words to search for.'),
  collection: queryText(255).describe('The slug of a collection.'),
  options: z
    .array(
      z
        .string()
        .trim()
        .max(511)
        .regex(/^[^:]+:./su, 'Must be an option and a value, as Size:A3.'),
    )
    .max(MAX_FILTER_VALUES)
    .optional()
    .describe(
      'An option and its value, as Size:A3; may be given several times. Values of one option are alternatives, different ' +
        'options must all fit one variant.',
    ),
  minPrice: priceBound.describe('What the price shown must be at least, in minor units.'),
  maxPrice: priceBound.describe('What the price shown may be at most, in minor units.'),
  available: z
    .enum(['true', 'false'])
    .optional()
    .transform((word) => (word === undefined ? undefined : word === 'true'))
    .describe(
      'true: what can be bought right now, in a variant with the options asked for; false: what cannot.',
    ),
};

/** How shoppers list products. */
export const listProductsInput = z.object({
  ...listFields,
  sort: z
    .enum(PRODUCT_SORTS)
    .optional()
    .describe('relevance when searching; else the order of the collection, else newest.'),
  ...pageQuery,
});

/** The same list, to be counted. */
export const countFacetsInput = z.object(listFields);

/** What is in a search field. */
export const suggestSearchInput = z.object({
  query: listFields.query,
  currency: askedCurrency,
  language: askedLanguage,
});

export type ListProductsInput = z.output<typeof listProductsInput>;

/** How merchants list products. */
export const listMerchantProductsInput = z.object({
  query: queryText(200),
  status: z.enum(PRODUCT_STATUSES).optional(),
  vendor: queryText(255),
  collectionId: idSchema('col').optional(),
  stock: z.enum(STOCK_STATES).optional().describe('How one of its variants stands.'),
  ...pageQuery,
});

export type ListMerchantProductsInput = z.output<typeof listMerchantProductsInput>;

/** More at once would make one write of a shop's whole catalog. */
const MAX_MOVED = 500;

const productIds = z.array(idSchema('prod')).max(MAX_MOVED);

const collectionFields = {
  translations,
  title: line(255),
  slug: slugSchema,
  descriptionHtml: z.string().max(60_000).describe('HTML; what could run or load something is taken out.'),
  position: z.int().min(0).max(32_767).describe('Where it stands among the collections that shoppers see.'),
  published: z.boolean().describe('Whether shoppers see it.'),
  opensAt: momentSchema
    .nullable()
    .describe(
      'When it is to open. Until then shoppers see what its drafts are called and look like; then, within a minute, those drafts become active, but for what waits for a later time of its own. null: it is open.',
    ),
};

const collectionSort = z
  .enum(COLLECTION_SORTS)
  .describe(
    'How shoppers see what is in it when they do not say: newest first, or as it was arranged by hand.',
  );

/** What `POST /api/admin/collections` takes. */
export const createCollectionInput = z.object({
  ...collectionFields,
  slug: slugSchema.optional().describe('Made from the title when absent.'),
  descriptionHtml: collectionFields.descriptionHtml.default(''),
  translations: translations.default({}),
  position: collectionFields.position.default(0),
  published: collectionFields.published.default(true),
  opensAt: collectionFields.opensAt.default(null),
  sort: collectionSort.default('newest'),
  productIds: productIds.default([]).describe('What is in it to begin with.'),
});

export type CreateCollectionInput = z.output<typeof createCollectionInput>;

/** What `PATCH /api/admin/collections/{id}` takes: what it names changes, nothing else. */
export const changeCollectionInput = z
  .object({
    ...collectionFields,
    sort: collectionSort,
    imageAlt: line(1_000).describe('What is seen in its picture, for those who do not see it.'),
    addProductIds: productIds.describe('What comes in; what is in it already stays.'),
    removeProductIds: productIds.describe('What goes out; what is not in it is no matter.'),
  })
  .partial();

export type ChangeCollectionInput = z.output<typeof changeCollectionInput>;

/** How merchants list what they have of each variant. */
export const listStockInput = z.object({
  query: queryText(200).describe('Words of the product, or a whole SKU.'),
  state: z.enum(STOCK_STATES).optional(),
  ...pageQuery,
});

/** What goes with an uploaded picture. */
export const uploadImageInput = z.object({
  alt: queryText(1_000).describe('What is seen in it, for those who do not see it.'),
});

/** What goes with a collection's picture. */
export const setCollectionImageInput = z.object({
  alt: line(1_000).describe('What is seen in it, for those who do not see it.'),
});

export const listCollectionsInput = z.object(pageQuery);

/** What `POST /api/admin/collections/{id}/products/{productId}/move` takes. */
export const moveInCollectionInput = z
  .object({
    to: z.enum(['first', 'up', 'down', 'last']).optional().describe('At an end, or one step on.'),
    after: idSchema('prod').optional().describe('Right after this one.'),
    before: idSchema('prod').optional().describe('Right before this one.'),
  })
  .refine(
    (wish) => Object.values(wish).filter((part) => part !== undefined).length === 1,
    'Give one of to, after and before.',
  );

export type MoveInCollectionInput = z.output<typeof moveInCollectionInput>;
