import {
  type CartId,
  type CustomerId,
  type FulfilmentId,
  fromUuid,
  type OrderId,
  type OrderViewId,
  type RefundId,
  type ReturnId,
  type VariantId,
} from '@/lib/kernel/ids';
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

/** How far an order is sent. */
export const FULFILMENTS = ['unsent', 'partly-sent', 'sent'] as const;

export type Fulfilment = (typeof FULFILMENTS)[number];

/** An order in the shop's own list. `fulfilment` is null where nothing is to be sent. */
export type ListedOrder = Order & { readonly fulfilment: Fulfilment | null };

/** Units of a line of an order. */
export type Units = { readonly variantId: VariantId; readonly quantity: number };

/** How far a line is. */
export type LineWork = {
  readonly variantId: VariantId;
  readonly sent: number;
  readonly refunded: number;
  /** On their way back. */
  readonly returning: number;
  readonly returned: number;
  readonly toSend: number;
  /** What was paid for all of it, after discount and with tax: refunds of its units come to this together. */
  readonly paid: Money;
  readonly taxRatePpm: number;
  /** Whether its units are counted, so that they can go back on the shelf. */
  readonly canRestock: boolean;
};

export type Parcel = {
  readonly id: FulfilmentId;
  readonly at: string;
  readonly actor: string;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly lines: readonly Units[];
};

export const RETURN_STATUSES = ['requested', 'received', 'cancelled'] as const;

export type OrderReturn = {
  readonly id: ReturnId;
  readonly at: string;
  readonly closedAt: string | null;
  readonly status: (typeof RETURN_STATUSES)[number];
  readonly reason: string;
  readonly actor: string;
  /** The refund that was given for it. */
  readonly refundId: RefundId | null;
  readonly lines: readonly Units[];
};

export type OrderRefund = {
  readonly id: RefundId;
  readonly at: string;
  readonly actor: string;
  readonly amount: Money;
  readonly status: 'processing' | 'in-doubt' | 'succeeded' | 'failed';
  readonly reason: string;
  readonly lines: readonly (Units & { readonly amount: Money; readonly restocked: number })[];
};

/** What of an order is taxed at one rate. All net, tax and taxIncluded of an order together are its total. */
export type TaxPart = {
  /** null: the shipping, where it is not taxed or no rate can be told for sure. */
  readonly ratePpm: number | null;
  /** Without tax, after discount. */
  readonly net: Money;
  /** What came on top. */
  readonly tax: Money;
  readonly taxIncluded: Money;
};

/** What the shop's people need to know of an order beyond what its buyer sees. */
export type OrderWork = {
  readonly fulfilment: Fulfilment | null;
  readonly units: readonly LineWork[];
  readonly parcels: readonly Parcel[];
  readonly returns: readonly OrderReturn[];
  readonly refunds: readonly OrderRefund[];
  /** By rate, the highest first. */
  readonly taxes: readonly TaxPart[];
  readonly paid: Money;
  readonly refunded: Money;
  /** What can still be given back. */
  readonly refundable: Money;
  readonly discountCode: string | null;
  readonly paidAt: string | null;
  readonly market: string | null;
  /** Whom the list of customers has it under; null once the person is erased. */
  readonly customerId: CustomerId | null;
};

/** A list's filters under a name, for everybody who works in the shop. `query` is as behind the question mark. */
export type OrderView = { readonly id: OrderViewId; readonly name: string; readonly query: string };

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
