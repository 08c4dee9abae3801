import type { CollectionId, ProductId } from '@/lib/kernel/ids';

/** What catalog announces, by name, with its payload. */
export type CatalogEvents = {
  'catalog/product.created': { readonly productId: ProductId };
  'catalog/product.updated': { readonly productId: ProductId };
  /** A picture of a product or of a collection was uploaded, and waits to be rendered. */
  'catalog/picture.uploaded': { readonly productId: ProductId } | { readonly collectionId: CollectionId };
  /** It is gone or archived: nobody can buy it any more. */
  'catalog/product.deleted': { readonly productId: ProductId };
};

export type CatalogEventName = keyof CatalogEvents;
