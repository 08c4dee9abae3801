import type { Money } from '@/lib/kernel/money';
import type {
  ImageDraft,
  MerchantProduct,
  MerchantVariant,
  OtherPrice,
  PriceDraft,
  ProductDraft,
  ProductImage,
  StoredProduct,
  StoreProduct,
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
    variants: presentVariants(shown, currency).map(({ stock: _, prices: __, ...variant }) => variant),
  };
}

/** The product as a merchant sees it, priced in `currency`. */
export function presentForMerchant({ draft, version }: StoredProduct, currency: string): MerchantProduct {
  return {
    ...facts(draft),
    status: draft.status,
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

function presentVariants(draft: ProductDraft, currency: string): MerchantVariant[] {
  return draft.variants.flatMap((variant) => presentVariant(variant, currency) ?? []);
}

function presentVariant(variant: VariantDraft, currency: string): MerchantVariant | null {
  const price = variant.prices.find((candidate) => candidate.currency === currency);
  if (price === undefined) return null;
  const { id, sku, title, optionValues, stock = 0 } = variant;
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
    prices: variant.prices.flatMap((other) => (other.currency === currency ? [] : [presentOther(other)])),
  };
}

function presentOther({ currency, priceMinor, compareAtMinor }: PriceDraft): OtherPrice {
  const price = { amount: priceMinor, currency };
  return compareAtMinor === null ? price : { ...price, compareAtAmount: compareAtMinor };
}
