import { z } from 'zod';
import { line, moneySchema, optionalLine, pageQuery } from '@/lib/kernel/schemas';
import { MAX_OPTIONS, MAX_SLUG_LENGTH, MAX_VARIANTS, PRODUCT_SORTS, PRODUCT_STATUSES } from './model';
import { isSlug } from './slug';

const MAX_STOCK = 1_000_000_000;

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

const variantFields = {
  sku: z.string().trim().max(255),
  title: optionalLine(255),
  price: moneySchema,
  compareAtPrice: moneySchema.nullish(),
  optionValues: z.array(line(255)).max(MAX_OPTIONS).optional(),
  stock: z
    .int()
    .min(0)
    .max(MAX_STOCK)
    .nullish()
    .describe('Units to start with; null is not counted: always sellable.'),
};

const productFields = {
  title: line(255),
  slug: slugSchema.optional().describe('Made from the title when absent.'),
  descriptionHtml: z.string().max(60_000).describe('HTML; what could run or load something is taken out.'),
  vendor: z.string().trim().max(255),
  productType: z.string().trim().max(255),
  tags: z.array(line(255)).max(250),
  status: z.enum(PRODUCT_STATUSES),
  options,
};

type Choice = { readonly title?: string | undefined; readonly optionValues?: string[] | undefined };

/** Variants that nothing but their titles tells apart are the values of one option, `Title`. */
function nameChoices<V extends Choice>(given: z.output<typeof options>, variants: readonly V[]) {
  const titles = variants.map((variant) => variant.title);
  const areTold =
    given.length > 0 || variants.length === 1 || variants.some((variant) => variant.optionValues);
  const named = titles.filter((title) => title !== undefined);
  if (areTold || new Set(named).size !== variants.length) return { options: given, variants };
  return {
    options: [{ name: 'Title', values: named }],
    variants: variants.map((variant) => ({ ...variant, optionValues: [variant.title ?? ''] })),
  };
}

function refineChoices(
  product: { options: z.output<typeof options>; variants: readonly Choice[] },
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  for (const [index, { optionValues = [] }] of product.variants.entries()) {
    const refuse = (message: string) =>
      context.addIssue({ code: 'custom', path: ['variants', index, 'optionValues'], message });
    const strange = product.options.find(({ values }, at) => !values.includes(optionValues[at] ?? ''));
    if (optionValues.length > product.options.length)
      refuse('There are more values than the product has options.');
    else if (strange !== undefined) refuse(`Must have one of the values of ${strange.name}.`);
    else if (seen.has(JSON.stringify(optionValues))) refuse('Another variant has the same option values.');
    seen.add(JSON.stringify(optionValues));
  }
}

/** What `POST /api/admin/products` takes. */
export const createProductInput = z
  .object({
    ...productFields,
    descriptionHtml: productFields.descriptionHtml.default(''),
    vendor: productFields.vendor.default(''),
    productType: productFields.productType.default(''),
    tags: productFields.tags.default([]),
    options: options.default([]),
    variants: z.array(z.object(variantFields)).min(1).max(MAX_VARIANTS),
  })
  .transform(({ options: given, variants, ...rest }) => ({ ...rest, ...nameChoices(given, variants) }))
  .superRefine(refineChoices);

export type CreateProductInput = z.output<typeof createProductInput>;

const variantChange = z
  .object({
    ...variantFields,
    id: z.string(),
    sku: variantFields.sku.describe('Names the variant to change, or that of a new one, unless id does.'),
  })
  .partial()
  .refine(({ id, sku }) => id !== undefined || sku !== undefined, {
    path: ['sku'],
    message: 'Give id or sku.',
  });

/**
 * What `PATCH /api/admin/products/{id}` takes: what it names changes, nothing else. A variant is found by its id or
 * sku and changed in what it names; one that is not found is added, and then needs a price.
 */
export const changeProductInput = z
  .object({ ...productFields, slug: slugSchema, variants: z.array(variantChange).min(1).max(MAX_VARIANTS) })
  .partial();

export type ChangeProductInput = z.output<typeof changeProductInput>;

/** How shoppers list products. */
export const listProductsInput = z.object({
  query: optionalLine(200).describe('Words to search for.'),
  collection: optionalLine(255).describe('The slug of a collection.'),
  sort: z.enum(PRODUCT_SORTS).optional().describe('relevance when searching, else newest.'),
  ...pageQuery,
});

export type ListProductsInput = z.output<typeof listProductsInput>;

/** How merchants list products. */
export const listMerchantProductsInput = z.object({
  query: optionalLine(200),
  status: z.enum(PRODUCT_STATUSES).optional(),
  ...pageQuery,
});

export type ListMerchantProductsInput = z.output<typeof listMerchantProductsInput>;
