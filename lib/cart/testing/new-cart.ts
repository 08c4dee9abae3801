import { createCart } from '../create-cart';
import type { Cart } from '../model';

/** For tests: a new, empty cart. */
export async function newCart(options: Parameters<typeof createCart>[0] = {}): Promise<Cart> {
  const created = await createCart(options);
  if (!created.ok) throw new Error(created.reason);
  return created.value;
}
