import { type Outcome, ok } from '@/lib/kernel/outcome';
import type { ImportMessage } from '../model';
import type { UnreadableFile } from './decode-text';
import { groupRows } from './group-rows';
import { mapProduct } from './map-product';
import type { ProductInFile } from './product-in-file';
import { readRows } from './read-rows';

export type ProductFile = {
  /** In the order of the file; the same bytes always give the same products in the same order. */
  readonly products: readonly ProductInFile[];
  /** About the file as a whole and rows that belong to no product. */
  readonly messages: readonly ImportMessage[];
};

/** Reads a product CSV into products, with prices in the shop's currency; nothing is looked up or written. */
export async function readProducts(
  bytes: Uint8Array,
  currency: string,
): Promise<Outcome<ProductFile, UnreadableFile>> {
  const read = await readRows(bytes);
  if (!read.ok) return read;
  const { groups, messages } = groupRows(read.value.rows);
  return ok({
    products: groups.map(({ slug, rows }) => mapProduct(slug, rows, currency)),
    messages: [...read.value.messages, ...messages],
  });
}
