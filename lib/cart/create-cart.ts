import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import { findSoldCurrency } from '@/lib/shop/queries';
import type { Cart } from './model';

type CreateCartOptions = {
  /** One that the shop sells in; its own when absent. */
  readonly currency?: string | undefined;
  readonly idempotency?: Idempotency | null;
};

/** Starts an empty cart, which is priced in one currency. An idempotency key keeps the answer, as a 201. */
export async function createCart(
  options: CreateCartOptions = {},
): Promise<Outcome<Cart, 'currency-not-sold'>> {
  const currency = await findSoldCurrency(options.currency);
  if (currency === null) return no('currency-not-sold');
  const cart: Cart = { id: newId('cart'), lines: [], subtotal: { amount: 0, currency } };
  await atomically([
    ...(options.idempotency ? [rememberAnswer(options.idempotency, 201, JSON.stringify(cart))] : []),
    sql`insert into carts (id, currency) values (${toUuid(cart.id)}::uuid, ${currency})`,
  ]);
  return ok(cart);
}
