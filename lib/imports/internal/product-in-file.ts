import type { ProductStatus, TaxClass } from '@/lib/catalog/model';
import type { ImportMessage } from '../model';

/**
 * What a file says of a variant. A field that is undefined is one that the file has no column for (or leaves open):
 * an existing variant keeps what it has.
 */
export type VariantInFile = {
  readonly line: number;
  /** One for each option of the product; none when it has no options. */
  readonly optionValues: readonly string[];
  readonly priceMinor: number;
  readonly compareAtMinor?: number | null | undefined;
  readonly sku?: string | undefined;
  readonly barcode?: string | null | undefined;
  readonly weightGrams?: number | undefined;
  readonly requiresShipping?: boolean | undefined;
  readonly taxClass?: TaxClass | undefined;
  /** Free units; null: not counted; `counted`: counted, but the file does not say how many. */
  readonly stock?: number | null | 'counted' | undefined;
  readonly imageUrl?: string | undefined;
};

export type ImageInFile = { readonly url: string; readonly alt?: string | undefined };

/** What a file says of a product, with the same meaning of undefined. */
export type ProductContent = {
  readonly title: string;
  readonly descriptionHtml?: string | undefined;
  readonly vendor?: string | undefined;
  readonly productType?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly status?: ProductStatus | undefined;
  /** Null: the file gives values for the option, but no name. */
  readonly optionNames: readonly (string | null)[];
  /** Without such columns, no options does not mean that the product has none. */
  readonly hasOptionColumns: boolean;
  readonly variants: readonly VariantInFile[];
  /** In the order in which they are to be shown. */
  readonly images: readonly ImageInFile[];
};

/** One handle of a file with all that its rows say; no content: it cannot be imported, and a message says why. */
export type ProductInFile = {
  readonly slug: string;
  /** Its first row. */
  readonly line: number;
  readonly content: ProductContent | null;
  readonly messages: readonly ImportMessage[];
};
