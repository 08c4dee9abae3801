import type { Money } from '@/lib/kernel/money';
import type {
  ImageDraft,
  MerchantImage,
  MerchantProduct,
  MerchantVariant,
  OtherPrice,
  PriceDraft,
  ProductDraft,
  ProductImage,
  StoredProduct,
  StoreProduct,
  StoreVariant,
  VariantDraft,
} from '../model';
import { imageUrl } from './image-url';
import type { ProductDocument } from './product-document';
import { sayProduct } from './say-product';

/**
 * The product as the store shows it, priced in `currency`, without the variants that are not sold in it; in `language` as far as
 * it is translated.
 */
export function presentForStore(
  { draft, descriptionText, translatedTexts }: ProductDocument,
  currency: string,
  language?: string | undefined,
): StoreProduct {
  const said = language === undefined ? undefined : draft.translations?.[language];
  const shown = said?.words === undefined ? draft : sayProduct(draft, said.words);
  return {
    ...facts(shown),
    ...(said?.title ? { title: said.title } : {}),
    ...(said?.descriptionHtml ? { descriptionHtml: said.descriptionHtml } : {}),
    descriptionText: (said && language && translatedTexts[language]) || descriptionText,
    variants: presentVariants(shown, currency).map(forStore),
  };
}

/** What only merchants are told of a variant is left out. */
function forStore({
  id,
  sku,
  title,
  price,
  compareAtPrice,
  available,
  optionValues,
}: MerchantVariant): StoreVariant {
  const compareAt = compareAtPrice === undefined ? {} : { compareAtPrice };
  return { id, sku, title, price, ...compareAt, available, optionValues };
}

/** Why pictures could not be had, by their ids. */
export type ImageProblems = Readonly<Record<string, string>>;

/** The product as a merchant sees it, priced in `currency`. */
export function presentForMerchant(
  { draft, version }: StoredProduct,
  currency: string,
  problems: ImageProblems = {},
): MerchantProduct {
  return {
    ...facts(draft),
    images: draft.images.map((image) => presentMerchantImage(image, problems[image.id])),
    status: draft.status,
    publishAt: draft.publishAt ?? null,
    collectionIds: draft.collectionIds ?? [],
    updatedAt: new Date(version).toISOString(),
    variants: presentVariants(draft, currency),
    translations: draft.translations ?? {},
  };
}

function facts(draft: ProductDraft) {
  const { id, slug, title, descriptionHtml, vendor, productType, tags, options } = draft;
  const images = draft.images.map(presentImage);
  return { id, slug, title, descriptionHtml, vendor, productType, tags, images, options };
}

function presentImage({ path, alt, width, height }: ImageDraft): ProductImage {
  return { url: imageUrl(path), alt, width, height };
}

function presentMerchantImage(image: ImageDraft, problem: string | undefined): MerchantImage {
  const shown = { id: image.id, ...presentImage(image) };
  if (image.path !== null) return { ...shown, state: 'ready' };
  return problem === undefined ? { ...shown, state: 'waiting' } : { ...shown, state: 'failed', problem };
}

function presentVariants(draft: ProductDraft, currency: string): MerchantVariant[] {
  return draft.variants.flatMap((variant) => presentVariant(variant, currency) ?? []);
}

function presentVariant(variant: VariantDraft, currency: string): MerchantVariant | null {
  const price = variant.prices.find((candidate) => candidate.currency === currency);
  if (price === undefined) return null;
  const { id, sku, title, optionValues, stock = 0, barcode, weightGrams, requiresShipping } = variant;
  const money = (amount: number): Money => ({ amount, currency });
  return {
    id,
    sku,
    title,
    price: money(price.priceMinor),
    ...(price.compareAtMinor === null ? {} : { compareAtPrice: money(price.compareAtMinor) }),
    available: stock === null || stock > 0,
    optionValues,
    stock,
    barcode,
    weightGrams,
    requiresShipping,
    prices: variant.prices.flatMap((other) => (other.currency === currency ? [] : [presentOther(other)])),
  };
}

function presentOther({ currency, priceMinor, compareAtMinor }: PriceDraft): OtherPrice {
  const price = { amount: priceMinor, currency };
  return compareAtMinor === null ? price : { ...price, compareAtAmount: compareAtMinor };
}
