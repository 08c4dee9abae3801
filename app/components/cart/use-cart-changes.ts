'use client';

import { useState } from 'react';
import type { ApiResult } from '@/app/components/api/call-api';
import { problemText } from '@/app/components/problem-text';
import { useText } from '@/app/components/text/text-provider';
import type { Cart, CartLine } from '@/lib/cart/model';
import { formatMoney } from '@/lib/kernel/money';
import { setCartQuantity, unitsLeft } from './cart-client';
import { type CartState, useCart } from './use-cart';

/** A cart that can be changed, and what is said about the last change. */
export type ChangeableCart = {
  readonly state: CartState;
  readonly said: string;
  readonly reload: () => void;
  readonly change: (line: CartLine, quantity: number) => Promise<ApiResult<Cart>>;
};

/** The cart with a way to change its lines: on its page and in its drawer the same. */
export function useCartChanges(): ChangeableCart {
  const { market, t } = useText();
  const { state, reload } = useCart();
  const [said, setSaid] = useState('');

  async function change(line: CartLine, quantity: number): Promise<ApiResult<Cart>> {
    const answer = await setCartQuantity(line.variantId, quantity);
    if (answer.ok) {
      const subtotal = formatMoney(answer.value.subtotal, market.locale);
      const removed = quantity === 0 ? `${t('cart.removed', { title: line.title })} ` : '';
      setSaid(`${removed}${t('cart.updated', { subtotal })}`);
    } else {
      // How many are left is said at the line itself.
      setSaid(unitsLeft(answer) === null ? problemText(answer.problem, t) : '');
      reload();
    }
    return answer;
  }

  return { state, said, reload, change };
}
