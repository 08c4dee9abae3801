import { query } from '@/db/client';
import { type CartId, toUuid } from '@/lib/kernel/ids';
import { type Cart, type CartRow, toCart } from './model';

/** The cart as it stands, priced now; null if there is none. One statement. */
export async function findCart(id: CartId): Promise<Cart | null> {
  const [row] = await query<{ cart: string | null }>(
    'find_cart',
    'select cart_document($1::uuid)::text as cart',
    [toUuid(id)],
  );
  return row?.cart ? toCart(JSON.parse(row.cart) as CartRow) : null;
}
