import { fromUuid, type OrderId, type PaymentId, type RefundId, type VariantId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';

/** `in-doubt`: the provider could not be heard; it is asked again until it says. */
export type RefundStatus = 'processing' | 'in-doubt' | 'succeeded' | 'failed';

/** A decision to give money back, and what became of it. */
export type Refund = {
  readonly id: RefundId;
  readonly orderId: OrderId;
  readonly paymentId: PaymentId;
  readonly amount: Money;
  readonly status: RefundStatus;
  readonly reason: string;
  readonly lines: readonly {
    readonly variantId: VariantId;
    readonly quantity: number;
    readonly amount: Money;
    /** How many of them go back on the shelf. */
    readonly restocked: number;
  }[];
};

/** What refund_document() answers. */
export type RefundRow = {
  id: string;
  orderId: string;
  paymentId: string;
  amount: number;
  currency: string;
  status: RefundStatus;
  reason: string;
  lines: { variantId: string; quantity: number; amount: number; restocked: number }[];
};

/** Amounts get their currency, ids their family. */
export function toRefund({ currency, ...row }: RefundRow): Refund {
  return {
    ...row,
    id: fromUuid('ref', row.id),
    orderId: fromUuid('ord', row.orderId),
    paymentId: fromUuid('pay', row.paymentId),
    amount: { amount: row.amount, currency },
    lines: row.lines.map((line) => ({
      ...line,
      variantId: fromUuid('var', line.variantId),
      amount: { amount: line.amount, currency },
    })),
  };
}
