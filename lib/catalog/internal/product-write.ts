import type { ProductDraft, StoredProduct } from '../model';

/** A product to write: as it is to be, as it was read (null: it is new), and the version it gets. */
export type ProductWrite = {
  readonly draft: ProductDraft;
  readonly before: StoredProduct | null;
  readonly version: string;
};

/** Products that exist already: only those can have something to take away. */
export function existing(
  writes: readonly ProductWrite[],
): readonly (ProductWrite & { before: StoredProduct })[] {
  return writes.filter((write) => write.before !== null) as (ProductWrite & { before: StoredProduct })[];
}
