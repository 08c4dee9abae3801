import { newId } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import { getShop } from '@/lib/shop/queries';
import type { CreateProductInput } from './input';
import { findFreeSlug } from './internal/find-free-slug';
import { findUnknownCollections } from './internal/find-unknown-collections';
import { presentForMerchant } from './internal/present-product';
import { priceInCurrencies, type ShopCurrencies } from './internal/price-in-currencies';
import type { PriceFault } from './internal/price-in-shop-currency';
import { variantTitle } from './internal/variant-title';
import type { MerchantProduct, ProductDraft, VariantDraft } from './model';
import { planSave, runSaves } from './save-products';

export type CatalogContext = { readonly actor: string; readonly requestId?: string | undefined };

export type CreateProductContext = CatalogContext & {
  /** The answer is kept under it, as a 201. */
  readonly idempotency?: Idempotency | null | undefined;
};

export type CreateProductRefusal =
  | { reason: 'slug-taken' }
  | { reason: 'validation-failed'; errors: readonly PriceFault[] };

/** How often another product may take the slug that was just free before we give up. */
const SLUG_ATTEMPTS = 5;

/**
 * Makes a product with its variants and their opening stock. Without a slug it gets one from its title. Gives the
 * product as merchants see it, which is also the answer that an idempotency key keeps.
 */
export async function createProduct(
  input: CreateProductInput,
  context: CreateProductContext,
): Promise<Outcome<MerchantProduct, CreateProductRefusal>> {
  const shop = await getShop();
  const { variants, faults } = draftVariants(input, shop);
  const errors = [...faults, ...(await findUnknownCollections(input.collectionIds))];
  if (errors.length > 0) return no('validation-failed', { errors });
  const id = newId('prod');
  for (let attempt = 1; ; attempt += 1) {
    const draft: ProductDraft = {
      id,
      slug: input.slug ?? (await findFreeSlug(input.title, id)),
      title: input.title,
      descriptionHtml: input.descriptionHtml,
      vendor: input.vendor,
      productType: input.productType,
      tags: input.tags,
      status: input.status,
      publishAt: input.publishAt,
      collectionIds: [...new Set(input.collectionIds)],
      options: input.options,
      translations: input.translations,
      images: [],
      variants,
    };
    const planned = planSave(draft, null, Date.now());
    const product = presentForMerchant(planned, shop.currency);
    const refusal = await runSaves([planned], {
      ...context,
      reason: 'opening stock',
      alongside: context.idempotency
        ? [rememberAnswer(context.idempotency, 201, JSON.stringify(product))]
        : [],
    });
    if (refusal === null) return ok(product);
    // A collection that was there a moment ago is gone.
    if (refusal.reason === 'changed-meanwhile') {
      return no('validation-failed', { errors: await findUnknownCollections(input.collectionIds) });
    }
    if (input.slug !== undefined || attempt === SLUG_ATTEMPTS) return no('slug-taken');
  }
}

function draftVariants(
  { variants }: CreateProductInput,
  shop: ShopCurrencies,
): { variants: VariantDraft[]; faults: PriceFault[] } {
  const faults: PriceFault[] = [];
  const drafts = variants.map((variant, index): VariantDraft => {
    const given = {
      price: variant.price,
      compareAt: variant.compareAtPrice ?? null,
      others: variant.prices ?? [],
    };
    const priced = priceInCurrencies(given, shop, `variants/${index}`);
    faults.push(...priced.faults);
    return {
      id: newId('var'),
      sku: variant.sku,
      title: variant.title ?? variantTitle(variant.optionValues),
      optionValues: variant.optionValues,
      barcode: variant.barcode ?? null,
      weightGrams: variant.weightGrams ?? 0,
      requiresShipping: variant.requiresShipping ?? true,
      taxClass: 'standard',
      imageId: null,
      prices: priced.prices,
      stock: variant.stock,
    };
  });
  return { variants: drafts, faults };
}
