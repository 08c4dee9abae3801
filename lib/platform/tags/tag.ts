import type { ProductId } from '@/lib/kernel/ids';

/**
 * What a kept page or answer shows. A write bumps the tags of what it changed, and whatever was made before with one of
 * them is made anew.
 */
export type Tag = 'products' | 'collections' | 'shop' | 'content' | `product:${ProductId}`;

/** Every list of products, whatever it is of, and that there is no product at an address. */
export const LISTS: Tag = 'products';

/** Which collections there are, and what they say of themselves. */
export const COLLECTIONS: Tag = 'collections';

/** What the shop says of itself: every page. */
export const SHOP: Tag = 'shop';

/** What merchants write of the house: the pages that show it. */
export const CONTENT: Tag = 'content';

/** Everything that tells of one product. */
export const productTag = (id: ProductId): Tag => `product:${id}`;
