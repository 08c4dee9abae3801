import { type CartId, fromUuid, type VariantId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';

export type CartLine = {
  readonly variantId: VariantId;
  readonly sku: string;
  readonly title: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly quantity: number;
  /** Whether it is sold in the cart's currency; one that is not costs nothing here and cannot be bought. */
  readonly priced: boolean;
  readonly unitPrice: Money;
  readonly lineTotal: Money;
  /** Whether as many as the line asks for are free now. */
  readonly available: boolean;
  /** How many are free now; null: not counted, as many as you like. */
  readonly availableQuantity: number | null;
};

/** A cart, priced now. It holds no stock. */
export type Cart = {
  readonly id: CartId;
  readonly lines: readonly CartLine[];
  readonly subtotal: Money;
};

/** What cart_document() answers: amounts in minor units, ids as plain uuids. */
export type CartRow = {
  id: string;
  currency: string;
  lines: {
    variantId: string;
    sku: string;
    title: string;
    options: { name: string; value: string }[];
    quantity: number;
    priced: boolean;
    unitPrice: number;
    lineTotal: number;
    availableQuantity: number | null;
  }[];
  subtotal: number;
};

export function toCart(row: CartRow): Cart {
  const money = (amount: number): Money => ({ amount, currency: row.currency });
  return {
    id: fromUuid('cart', row.id),
    lines: row.lines.map(({ variantId, unitPrice, lineTotal, availableQuantity, ...line }) => ({
      variantId: fromUuid('var', variantId),
      ...line,
      unitPrice: money(unitPrice),
      lineTotal: money(lineTotal),
      available: availableQuantity === null || availableQuantity >= line.quantity,
      availableQuantity,
    })),
    subtotal: money(row.subtotal),
  };
}
