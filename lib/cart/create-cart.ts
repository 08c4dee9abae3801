import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import { getShop } from '@/lib/shop/queries';
import type { Cart } from './model';

/** Starts an empty cart in the shop's currency. An idempotency key keeps the answer, as a 201. */
export async function createCart(context: { readonly idempotency?: Idempotency | null } = {}): Promise<Cart> {
  const { currency } = await getShop();
  const cart: Cart = { id: newId('cart'), lines: [], subtotal: { amount: 0, currency } };
  await atomically([
    ...(context.idempotency ? [rememberAnswer(context.idempotency, 201, JSON.stringify(cart))] : []),
    sql`insert into carts (id, currency) values (${toUuid(cart.id)}::uuid, ${currency})`,
  ]);
  return cart;
}
