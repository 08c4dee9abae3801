import {
  DEFAULT_VARIANT_TITLE,
  type ImageDraft,
  MAX_VARIANTS,
  type PriceDraft,
  type ProductDraft,
  type ProductOption,
  type StoredProduct,
  type VariantDraft,
} from '@/lib/catalog/model';
import { newId } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { mergeLists } from './merge-lists';
import type { ImageInFile, ProductContent, VariantInFile } from './product-in-file';

export type PlannedProduct = {
  readonly draft: ProductDraft;
  /** What the merchant should know of it. */
  readonly notes: readonly string[];
};

export type UnplannableProduct = { readonly reason: 'unplannable-product'; readonly message: string };

/**
 * A product as it is to be once a file was imported: what the file says, and for the rest what the product has. An
 * import adds and changes; variants and images that are not in the file stay.
 */
export function planProduct(
  slug: string,
  content: ProductContent,
  before: StoredProduct | null,
  currency: string,
): Outcome<PlannedProduct, UnplannableProduct> {
  const old = before?.draft;
  const optionCount = content.optionNames.length;
  const hadOptions = old?.options.length ?? optionCount;
  if (hadOptions > 0 && optionCount === 0 && !content.hasOptionColumns) {
    const names = old?.options.map(({ name }) => name).join(', ');
    return unplannable(`The product has options (${names}), and the file has no columns for them.`);
  }
  const notes: string[] = [];
  const images = mergeImages(content.images, old?.images ?? []);
  const kept = (old?.variants ?? []).filter(({ optionValues }) => optionValues.length === optionCount);
  const variants = mergeVariants(content.variants, kept, images, currency);
  if (variants.length > MAX_VARIANTS) {
    return unplannable(
      `With those it has already the product would have ${variants.length} variants; at most ${MAX_VARIANTS} are possible.`,
    );
  }
  const goneCount = (old?.variants.length ?? 0) - kept.length;
  if (goneCount > 0) {
    notes.push(
      `The product has other options than before: ${goneCount === 1 ? 'the earlier variant was' : `${goneCount} earlier variants were`} taken off sale.`,
    );
  }
  const options = planOptions(content.optionNames, old?.options ?? [], variants, notes);
  return ok({
    notes,
    draft: {
      id: old?.id ?? newId('prod'),
      slug,
      title: content.title,
      descriptionHtml: content.descriptionHtml ?? old?.descriptionHtml ?? '',
      vendor: content.vendor ?? old?.vendor ?? '',
      productType: content.productType ?? old?.productType ?? '',
      tags: content.tags ?? old?.tags ?? [],
      status: content.status ?? old?.status ?? 'active',
      options,
      images,
      variants,
    },
  });
}

function unplannable(message: string) {
  return no('unplannable-product', { message });
}

function mergeImages(inFile: readonly ImageInFile[], old: readonly ImageDraft[]): ImageDraft[] {
  return mergeLists(old, inFile, {
    keyOfOld: ({ sourceUrl }) => sourceUrl,
    keyOfNew: ({ url }) => url,
    merge: (image, { url, alt }): ImageDraft =>
      image
        ? { ...image, alt: alt ?? image.alt }
        : { id: newId('img'), alt: alt ?? '', sourceUrl: url, path: null, width: null, height: null },
  });
}

function mergeVariants(
  inFile: readonly VariantInFile[],
  old: readonly VariantDraft[],
  images: readonly ImageDraft[],
  currency: string,
): VariantDraft[] {
  const imageIds = new Map(images.map(({ id, sourceUrl }) => [sourceUrl, id]));
  return mergeLists(old, inFile, {
    keyOfOld: ({ optionValues }) => JSON.stringify(optionValues),
    keyOfNew: ({ optionValues }) => JSON.stringify(optionValues),
    merge: (variant, said): VariantDraft => ({
      id: variant?.id ?? newId('var'),
      sku: said.sku ?? variant?.sku ?? '',
      title: variant?.title ?? (said.optionValues.join(' / ') || DEFAULT_VARIANT_TITLE),
      optionValues: said.optionValues,
      barcode: said.barcode === undefined ? (variant?.barcode ?? null) : said.barcode,
      weightGrams: said.weightGrams ?? variant?.weightGrams ?? 0,
      requiresShipping: said.requiresShipping ?? variant?.requiresShipping ?? true,
      taxClass: said.taxClass ?? variant?.taxClass ?? 'standard',
      imageId:
        said.imageUrl === undefined ? (variant?.imageId ?? null) : (imageIds.get(said.imageUrl) ?? null),
      prices: mergePrices(said, variant?.prices ?? [], currency),
      stock: planStock(said.stock, variant),
    }),
  });
}

/** The file's price takes the place of that in the shop's currency; prices in others stay. */
function mergePrices(said: VariantInFile, old: readonly PriceDraft[], currency: string): PriceDraft[] {
  const known = old.find((price) => price.currency === currency);
  const wished = said.compareAtMinor === undefined ? (known?.compareAtMinor ?? null) : said.compareAtMinor;
  const compareAtMinor = wished !== null && wished > said.priceMinor ? wished : null;
  const others = old.filter((price) => price.currency !== currency);
  return [...others, { currency, priceMinor: said.priceMinor, compareAtMinor }].sort((one, other) =>
    one.currency < other.currency ? -1 : 1,
  );
}

/** What the catalog is to make of it: undefined leaves the level as it is, null is not counted. */
function planStock(said: VariantInFile['stock'], old: VariantDraft | undefined): number | null | undefined {
  if (said === 'counted') return old?.stock ?? 0;
  if (said !== undefined) return said;
  return old === undefined ? null : undefined;
}

function planOptions(
  names: readonly (string | null)[],
  old: readonly ProductOption[],
  variants: readonly VariantDraft[],
  notes: string[],
): ProductOption[] {
  const known = old.length === names.length ? old : [];
  return names.map((given, at) => {
    const name = given ?? known[at]?.name ?? `Option ${at + 1}`;
    if (given === null && known[at] === undefined)
      notes.push(`Option ${at + 1} has values but no name; it is called "${name}".`);
    return { name, values: [...new Set(variants.flatMap(({ optionValues }) => optionValues[at] ?? []))] };
  });
}
