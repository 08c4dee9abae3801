import type { CollectionId, ImageId, ProductId, VariantId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';

/** Only an active product is seen and sold. */
export const PRODUCT_STATUSES = ['draft', 'active', 'archived'] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

export const PRODUCT_SORTS = ['newest', 'price-asc', 'price-desc', 'relevance'] as const;
export type ProductSort = (typeof PRODUCT_SORTS)[number];

/** How a collection is sorted when nobody says so. */
export const COLLECTION_SORTS = ['newest', 'manual'] as const;
export type CollectionSort = (typeof COLLECTION_SORTS)[number];

/** What a list can be sorted by: what shoppers may wish for, and the order that a collection was given by hand. */
export type ListSort = ProductSort | CollectionSort;

export const TAX_CLASSES = ['standard', 'exempt'] as const;
export type TaxClass = (typeof TAX_CLASSES)[number];

export const MAX_OPTIONS = 3;
/** How many values of options a list can be narrowed by at once. */
export const MAX_FILTER_VALUES = 50;
export const MAX_VARIANTS = 100;
export const MAX_SLUG_LENGTH = 255;
export const MAX_IMAGES = 50;
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;
/** What a picture may be uploaded as. Never SVG: it is a document that can hold scripts. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;

/** `out`: a counted variant has none left; `low`: one has few; `not-counted`: one is always sellable. */
export const STOCK_STATES = ['out', 'low', 'not-counted'] as const;
export type StockState = (typeof STOCK_STATES)[number];

/** What the only variant of a product without options is called. */
export const DEFAULT_VARIANT_TITLE = 'Default';

/** What a shopper sees of a product in a list: the price is that of the cheapest variant. */
export type ProductCard = {
  readonly id: ProductId;
  readonly slug: string;
  readonly title: string;
  readonly price: Money;
  readonly compareAtPrice?: Money;
  readonly image: { readonly url: string; readonly alt: string } | null;
  readonly available: boolean;
};

/** A page of a list; words that nothing has are replaced by the nearest ones, which are then `correctedQuery`. */
export type ProductPage = Page<ProductCard> & { readonly correctedQuery?: string };

/** What a list can be narrowed by, and how many products each choice would leave. */
export type ProductFacets = {
  /** How many products the list has. */
  readonly total: number;
  /** False in a list so long that only its newest products were counted. */
  readonly isComplete: boolean;
  /** How many can be bought right now. */
  readonly available: number;
  /** Of the list, whatever prices are wished for. Null if nothing is in it. */
  readonly price: { readonly min: Money; readonly max: Money } | null;
  /** By `name` and `value` a list is narrowed; `label` is how they are said in the language that was asked for, if otherwise. */
  readonly options: readonly {
    readonly name: string;
    readonly label?: string;
    readonly values: readonly { readonly value: string; readonly label?: string; readonly count: number }[];
  }[];
  readonly correctedQuery?: string;
};

/** What a search that is being typed could mean, eight in all at most. */
export type Suggestions = {
  readonly products: readonly ProductCard[];
  readonly collections: readonly { readonly slug: string; readonly title: string }[];
  readonly correctedQuery?: string;
};

export const NO_SUGGESTIONS: Suggestions = { products: [], collections: [] };

/** A picture at its middle width; `width` and `height` are the original's, null while it is not rendered yet. */
export type ProductImage = {
  readonly url: string;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
};

export type ProductOption = { readonly name: string; readonly values: readonly string[] };

export type StoreVariant = {
  readonly id: VariantId;
  readonly sku: string;
  readonly title: string;
  readonly price: Money;
  readonly compareAtPrice?: Money;
  readonly available: boolean;
  /** One value for each option of the product, in their order. */
  readonly optionValues: readonly string[];
};

type ProductFacts = {
  readonly id: ProductId;
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly images: readonly ProductImage[];
  readonly options: readonly ProductOption[];
};

/** What a shopper sees of a product. */
export type StoreProduct = ProductFacts & {
  readonly descriptionText: string;
  readonly variants: readonly StoreVariant[];
};

/** A price in a currency besides the shop's own. */
export type OtherPrice = Money & { readonly compareAtAmount?: number };

/** `stock`: units free to buy; null: not counted, always sellable. */
export type MerchantVariant = StoreVariant & {
  readonly stock: number | null;
  readonly prices: readonly OtherPrice[];
  readonly barcode: string | null;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
};

/** A picture whose renderings are made, are still to be made, or could not be: then `problem` says why. */
export const IMAGE_STATES = ['ready', 'waiting', 'failed'] as const;

export type MerchantImage = ProductImage & {
  readonly id: ImageId;
  readonly state: (typeof IMAGE_STATES)[number];
  readonly problem?: string;
};

/** What a merchant sees of a product. */
export type MerchantProduct = Omit<ProductFacts, 'images'> & {
  readonly images: readonly MerchantImage[];
  readonly status: ProductStatus;
  /** When a draft becomes active by itself. */
  readonly publishAt: string | null;
  readonly collectionIds: readonly CollectionId[];
  readonly updatedAt: string;
  readonly variants: readonly MerchantVariant[];
  readonly translations: Translations;
};

export type Collection = {
  readonly id: CollectionId;
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
  /** When it opens, as an instant; null once it is open. */
  readonly opensAt: string | null;
  readonly sort: CollectionSort;
  /** Null: it has none, or none that is rendered yet. */
  readonly image: { readonly url: string; readonly alt: string } | null;
};

/** What a shopper sees of a product that is not sold yet. */
export type ComingProduct = {
  readonly title: string;
  readonly image: { readonly url: string; readonly alt: string } | null;
};

/** `coming`: until it opens, what its drafts are called and look like, in its order; then nothing. */
export type CollectionDetails = Collection & { readonly coming: readonly ComingProduct[] };

/** One page of a list. */
export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

/**
 * What something is called in another language than the shop's own; what is empty is shown in the shop's. `words` are the short
 * texts of a product by what they are in the shop's own: an option and its values, a picture's text, its kind, a tag.
 */
export type Translation = {
  readonly title: string;
  readonly descriptionHtml: string;
  readonly words?: Words | undefined;
};

/** Short texts in another language, by the text in the shop's own. */
export type Words = Readonly<Record<string, string>>;

/** By language: `fr`. */
export type Translations = Readonly<Record<string, Translation>>;

export type PriceDraft = {
  readonly currency: string;
  readonly priceMinor: number;
  readonly compareAtMinor: number | null;
};

export type ImageDraft = {
  readonly id: ImageId;
  readonly alt: string;
  /** Where the merchant's own copy is. At least one of `sourceUrl` and `path` is given. */
  readonly sourceUrl: string | null;
  /** Where our renderings are (`${path}-800.webp`), null until they are made. */
  readonly path: string | null;
  readonly width: number | null;
  readonly height: number | null;
};

export type VariantDraft = {
  readonly id: VariantId;
  readonly sku: string;
  readonly title: string;
  readonly optionValues: readonly string[];
  readonly barcode: string | null;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly taxClass: TaxClass;
  readonly imageId: ImageId | null;
  /** One for each currency that it is sold in. */
  readonly prices: readonly PriceDraft[];
  /** The free units it is to have; null: not counted. Undefined leaves an existing one's as it is, a new one gets 0. */
  readonly stock?: number | null | undefined;
};

/** A product as it is to be, whole: what is not in it goes. Lists are in the order in which they are shown. */
export type ProductDraft = {
  readonly id: ProductId;
  readonly slug: string;
  readonly title: string;
  /** As the merchant wrote it; it is cleaned whenever it is saved. */
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly status: ProductStatus;
  /** When a draft becomes active by itself. Undefined leaves an existing one's as it is. */
  readonly publishAt?: string | null | undefined;
  readonly options: readonly ProductOption[];
  readonly images: readonly ImageDraft[];
  readonly variants: readonly VariantDraft[];
  /** Undefined leaves an existing product where it is. */
  readonly collectionIds?: readonly CollectionId[] | undefined;
  /** Undefined leaves an existing product's as they are. */
  readonly translations?: Translations | undefined;
};

/** A product as it was read in order to change it. */
export type StoredProduct = {
  readonly draft: ProductDraft;
  /** Changes with every write; a save that was based on an older one is refused. */
  readonly version: string;
};

/** A collection's own picture, as merchants see it. `problem`: why it cannot be shown. */
export type CollectionImage = {
  readonly url: string;
  readonly alt: string;
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly problem: string | null;
};

/** A collection as merchants see it. */
export type MerchantCollection = {
  readonly id: CollectionId;
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly position: number;
  readonly published: boolean;
  readonly translations: Translations;
  readonly opensAt: string | null;
  readonly sort: CollectionSort;
  readonly image: CollectionImage | null;
  readonly productCount: number;
};

/** How a value of an option is named where lists are narrowed by it: `Size:A3`. The database writes the same. */
export const optionKey = (name: string, value: string) => `${name}:${value}`;

/** The option that a key is of. A name with a colon in it is cut short, which groups its values no worse. */
export const optionOf = (key: string) => key.slice(0, key.indexOf(':'));

/**
 * Keys by their options, in the order in which they come: values of one option are alternatives (A3 or A2), different
 * options must all fit (A3 and oak).
 */
export function groupOptions(keys: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const key of new Set(keys)) groups.set(optionOf(key), [...(groups.get(optionOf(key)) ?? []), key]);
  return [...groups.values()];
}
