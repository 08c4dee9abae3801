import { newId } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import type { ChangeProductInput } from '../input';
import type { PriceDraft, ProductDraft, ProductOption, VariantDraft } from '../model';
import { arrangeChoices, valuesByName } from './arrange-choices';
import { priceInCurrencies, type ShopCurrencies } from './price-in-currencies';
import { variantTitle } from './variant-title';

export type ChangeFault = { readonly path: string; readonly message: string };
type Refused = { reason: 'validation-failed'; errors: readonly ChangeFault[] };
type VariantWish = NonNullable<ChangeProductInput['variants']>[number];
type Match = { readonly wish: VariantWish; readonly base: VariantDraft | undefined };

/** The product after a change: what the change names is as it says, everything else as it was. */
export function applyChange(
  product: ProductDraft,
  change: ChangeProductInput,
  shop: ShopCurrencies,
): Outcome<ProductDraft, Refused> {
  const { variants: wishes, options: wishedOptions, images: wishedImages, ...fields } = change;
  const arranged = arrangeImages(product, wishedImages);
  const changed = {
    ...product,
    ...withoutUndefined(fields),
    images: arranged.images,
    variants: arranged.variants,
  };
  if (wishes === undefined && wishedOptions === undefined) {
    return arranged.faults.length > 0 ? no('validation-failed', { errors: arranged.faults }) : ok(changed);
  }
  return changeVariants(changed, { wishes, wishedOptions, faults: arranged.faults }, shop);
}

function changeVariants(
  product: ProductDraft,
  {
    wishes,
    wishedOptions,
    faults: earlier,
  }: {
    wishes: readonly VariantWish[] | undefined;
    wishedOptions: readonly ProductOption[] | undefined;
    faults: readonly ChangeFault[];
  },
  shop: ShopCurrencies,
): Outcome<ProductDraft, Refused> {
  const options = wishedOptions ?? product.options;
  const matches = (wishes ?? product.variants.map(({ id }): VariantWish => ({ id }))).map(
    matcher(product.variants, options),
  );
  const given = matches.map(({ wish, base }) => ({
    title: wish.title,
    optionValues: wish.optionValues ?? base?.optionValues,
  }));
  const arranged = arrangeChoices(options, given);
  const faults: ChangeFault[] = [...earlier, ...arranged.faults, ...findUnknownIds(matches)];
  const variants = matches.map(({ wish, base }, index) => {
    const path = `variants/${index}`;
    const priced = applyPrices(wish, base, shop, path);
    faults.push(...priced.faults);
    return applyWish(wish, base, arranged.variants[index]?.optionValues ?? [], priced.prices);
  });
  if (faults.length > 0) return no('validation-failed', { errors: faults });
  return ok({ ...product, options: arranged.options, variants });
}

/** The pictures in the order and with the words that are wished for; what shows one that went shows none. */
function arrangeImages(
  { images, variants }: ProductDraft,
  wishes: ChangeProductInput['images'],
): Pick<ProductDraft, 'images' | 'variants'> & { readonly faults: readonly ChangeFault[] } {
  if (wishes === undefined) return { images, variants, faults: [] };
  const left = new Map(images.map((image) => [image.id, image]));
  const faults: ChangeFault[] = [];
  const kept = wishes.flatMap(({ id, alt }, index) => {
    const image = left.get(id);
    left.delete(id);
    if (image !== undefined) return { ...image, alt: alt ?? image.alt };
    faults.push({
      path: `images/${index}/id`,
      message: 'The product has no such picture, or it comes twice.',
    });
    return [];
  });
  return {
    images: kept,
    faults,
    variants: variants.map((variant) =>
      variant.imageId !== null && left.has(variant.imageId) ? { ...variant, imageId: null } : variant,
    ),
  };
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** Finds for each wish the variant it means: by id, else by option values, else by sku. Nobody is meant twice. */
function matcher(
  variants: readonly VariantDraft[],
  options: readonly ProductOption[],
): (wish: VariantWish) => Match {
  const left = new Set(variants);
  return (wish) => {
    const values =
      Array.isArray(wish.optionValues) || !wish.optionValues
        ? wish.optionValues
        : valuesByName(wish.optionValues, options);
    const base = [...left].find((variant) => {
      if (wish.id !== undefined) return variant.id === wish.id;
      if (values !== undefined) return JSON.stringify(values) === JSON.stringify(variant.optionValues);
      return wish.sku === undefined || wish.sku === '' ? variants.length === 1 : variant.sku === wish.sku;
    });
    if (base !== undefined) left.delete(base);
    return { wish, base };
  };
}

function findUnknownIds(matches: readonly Match[]): ChangeFault[] {
  return matches.flatMap(({ wish, base }, index) =>
    wish.id === undefined || base !== undefined
      ? []
      : [{ path: `variants/${index}/id`, message: 'The product has no such variant, or it comes twice.' }],
  );
}

function applyPrices(
  wish: VariantWish,
  base: VariantDraft | undefined,
  shop: ShopCurrencies,
  path: string,
): { prices: readonly PriceDraft[]; faults: readonly ChangeFault[] } {
  const isNamed = wish.price !== undefined || wish.compareAtPrice !== undefined || wish.prices !== undefined;
  if (base !== undefined && !isNamed) return { prices: base.prices, faults: [] };
  const known = base?.prices.find((price) => price.currency === shop.currency);
  const price = wish.price ?? (known && { amount: known.priceMinor });
  if (price === undefined)
    return { prices: [], faults: [{ path: `${path}/price`, message: 'Must be given.' }] };
  const old = known?.compareAtMinor ?? null;
  const compareAt = wish.compareAtPrice === undefined ? old && { amount: old } : wish.compareAtPrice;
  const kept = (base?.prices ?? []).filter(({ currency }) => currency !== shop.currency);
  const priced = priceInCurrencies(
    { price, compareAt: compareAt || null, others: wish.prices ?? [] },
    shop,
    path,
  );
  const prices = wish.prices === undefined ? [...priced.prices, ...kept] : priced.prices;
  return { prices: prices.toSorted(byCurrency), faults: priced.faults };
}

const byCurrency = (a: PriceDraft, b: PriceDraft) => (a.currency < b.currency ? -1 : 1);

function applyWish(
  wish: VariantWish,
  base: VariantDraft | undefined,
  optionValues: readonly string[],
  prices: readonly PriceDraft[],
): VariantDraft {
  const { sku, title, stock } = wish;
  if (base === undefined) {
    return {
      id: newId('var'),
      sku: sku ?? '',
      title: title ?? variantTitle(optionValues),
      optionValues,
      barcode: wish.barcode ?? null,
      weightGrams: wish.weightGrams ?? 0,
      requiresShipping: wish.requiresShipping ?? true,
      taxClass: 'standard',
      imageId: null,
      prices,
      stock,
    };
  }
  // A title that only repeated the option values goes on doing so.
  const isOwnTitle = base.title !== variantTitle(base.optionValues);
  return {
    ...base,
    sku: sku ?? base.sku,
    barcode: wish.barcode === undefined ? base.barcode : wish.barcode,
    weightGrams: wish.weightGrams ?? base.weightGrams,
    requiresShipping: wish.requiresShipping ?? base.requiresShipping,
    title: title ?? (isOwnTitle ? base.title : variantTitle(optionValues)),
    optionValues,
    prices,
    stock: stock === undefined ? base.stock : stock,
  };
}
