import { type CartId, fromUuid, type OrderId, type VariantId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';

export const ORDER_STATUSES = [
  'pending',
  'paid',
  'fulfilled',
  'partially_refunded',
  'refunded',
  'cancelled',
  'expired',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

/**
 * How far the payment of an order has come. `none`: nobody has tried to pay yet, or there was nothing to pay. `refunded`:
 * the money came when the order was over, and went back.
 */
export type OrderPaymentStatus = 'none' | 'processing' | 'in-doubt' | 'declined' | 'succeeded' | 'refunded';

/** Who takes the money. */
export const PAYMENT_PROVIDER = 'test';

export type ShippingAddress = {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly city: string;
  readonly region?: string | undefined;
  readonly postalCode: string;
  readonly country: string;
};

export type LineOption = { readonly name: string; readonly value: string };

/** What a purchase asks for: a cart, or lines of its own. */
export type Basket =
  | { readonly cartId: CartId; readonly lines?: undefined }
  | {
      readonly cartId?: undefined;
      readonly lines: readonly { variantId: VariantId; quantity: number }[];
      /** The shop's own when absent; a cart has its own. */
      readonly currency?: string | undefined;
    };

export type OrderLine = {
  readonly variantId: VariantId;
  readonly sku: string;
  readonly title: string;
  readonly options: readonly LineOption[];
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly lineTotal: Money;
};

/** The money of an order or a quote: total = subtotal + shipping + tax - discount; taxIncluded is inside the prices. */
export type Totals = {
  readonly lines: readonly OrderLine[];
  readonly subtotal: Money;
  readonly shipping: Money;
  readonly shippingMethod: string | null;
  readonly tax: Money;
  readonly taxIncluded: Money;
  readonly discount: Money;
  readonly total: Money;
};

/** A way to ship what was quoted, and what it costs before tax. */
export type ShippingMethod = { readonly code: string; readonly title: string; readonly price: Money };

/** What an order would cost, and the ways to ship it, cheapest first. */
export type Quote = Totals & { readonly shippingMethods: readonly ShippingMethod[] };

export type Order = Totals & {
  readonly id: OrderId;
  readonly number: number;
  readonly status: OrderStatus;
  readonly email: string;
  readonly shippingAddress: ShippingAddress;
  readonly expiresAt: string;
  readonly createdAt: string;
  readonly payment: { readonly provider: string; readonly status: OrderPaymentStatus };
};

/** An entry of an order's history. */
export type OrderEvent = {
  readonly kind: string;
  readonly at: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** A line that could not be served: where it stands in the request and how many units are left. */
export type ShortLine = {
  readonly path: string;
  readonly message: string;
  readonly variantId: VariantId;
  readonly available: number;
};

/** What price_lines() answers: amounts in minor units, ids as plain uuids. */
export type TotalsRow = {
  currency: string;
  lines: {
    variantId: string;
    sku: string;
    title: string;
    options: LineOption[];
    quantity: number;
    unitPrice: number;
    lineTotal: number;
  }[];
  subtotal: number;
  shipping: number;
  shippingMethod: string | null;
  tax: number;
  taxIncluded: number;
  discount: number;
  total: number;
};

/** What order_document() answers. */
export type OrderRow = TotalsRow & {
  id: string;
  number: number;
  status: OrderStatus;
  email: string;
  shippingAddress: ShippingAddress;
  expiresAt: string;
  createdAt: string;
  paymentStatus: OrderPaymentStatus;
};

/** Amounts get their currency, ids their family. */
export function toTotals(row: TotalsRow): Totals {
  const money = (amount: number): Money => ({ amount, currency: row.currency });
  return {
    lines: row.lines.map((line) => ({
      variantId: fromUuid('var', line.variantId),
      sku: line.sku,
      title: line.title,
      options: line.options,
      quantity: line.quantity,
      unitPrice: money(line.unitPrice),
      lineTotal: money(line.lineTotal),
    })),
    subtotal: money(row.subtotal),
    shipping: money(row.shipping),
    shippingMethod: row.shippingMethod,
    tax: money(row.tax),
    taxIncluded: money(row.taxIncluded),
    discount: money(row.discount),
    total: money(row.total),
  };
}

export function toOrder(row: OrderRow): Order {
  return {
    id: fromUuid('ord', row.id),
    number: row.number,
    status: row.status,
    ...toTotals(row),
    email: row.email,
    shippingAddress: inWrittenOrder(row.shippingAddress),
    expiresAt: new Date(row.expiresAt).toISOString(),
    createdAt: new Date(row.createdAt).toISOString(),
    payment: { provider: PAYMENT_PROVIDER, status: row.paymentStatus },
  };
}

/** An address with its fields in the order of an envelope: the database forgets it, and a replay answers byte for byte. */
function inWrittenOrder(address: ShippingAddress): ShippingAddress {
  const { name, line1, line2, city, region, postalCode, country } = address;
  return {
    name,
    line1,
    ...(line2 === undefined ? {} : { line2 }),
    city,
    ...(region === undefined ? {} : { region }),
    postalCode,
    country,
  };
}
