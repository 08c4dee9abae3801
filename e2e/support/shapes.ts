import { z } from 'zod';

/** An opaque id: its family's prefix and something that sorts by creation time (UUIDv7 or ULID). */
const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9A-Za-z-]{20,40}$`));
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
const level = z.number().int().min(0);

export const moneyShape = z.strictObject({
  amount: z.number().int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Money = z.infer<typeof moneyShape>;

export const problemShape = z.object({
  type: z.string().min(1),
  title: z.string().min(1),
  status: z.number().int(),
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  detail: z.string(),
  instance: z.string().min(1),
  errors: z
    .array(
      z.object({
        path: z.string(),
        message: z.string().min(1),
        variantId: z.string().optional(),
        available: level.optional(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof problemShape>;

/** One page of a list of `item`. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().min(1).nullable() });

const image = z.object({ url: z.string().min(1), alt: z.string() });

export const productCardShape = z.object({
  id: id('prod'),
  slug: z.string().min(1),
  title: z.string().min(1),
  price: moneyShape,
  compareAtPrice: moneyShape.nullish(),
  image: image.nullable(),
  available: z.boolean(),
});
export type ProductCard = z.infer<typeof productCardShape>;

const storeVariant = z.object({
  id: id('var'),
  sku: z.string(),
  title: z.string(),
  price: moneyShape,
  compareAtPrice: moneyShape.nullish(),
  available: z.boolean(),
  optionValues: z.unknown(),
});

export const storeProductShape = z.object({
  id: id('prod'),
  slug: z.string().min(1),
  title: z.string().min(1),
  descriptionHtml: z.string(),
  vendor: z.string().nullable(),
  productType: z.string().nullable(),
  tags: z.array(z.string()),
  images: z.array(image),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(storeVariant).min(1),
});
export type StoreProduct = z.infer<typeof storeProductShape>;

export const merchantProductShape = storeProductShape.extend({
  status: z.enum(['draft', 'active', 'archived']),
  variants: z.array(storeVariant.extend({ stock: level.nullable() })).min(1),
});
export type MerchantProduct = z.infer<typeof merchantProductShape>;

export const stockShape = z.object({ variantId: id('var'), available: level.nullable() });

const line = z.object({
  variantId: id('var'),
  sku: z.string(),
  title: z.string(),
  quantity: z.number().int().min(1),
  unitPrice: moneyShape,
  lineTotal: moneyShape,
});

export const cartShape = z.object({
  id: id('cart'),
  lines: z.array(line.extend({ available: z.union([z.boolean(), level.nullable()]) })),
  subtotal: moneyShape,
});
export type Cart = z.infer<typeof cartShape>;

export const totalsShape = z.object({
  subtotal: moneyShape,
  shipping: moneyShape,
  tax: moneyShape,
  taxIncluded: moneyShape,
  discount: moneyShape,
  total: moneyShape,
});
export type Totals = z.infer<typeof totalsShape>;

export const ORDER_STATUSES = [
  'pending',
  'paid',
  'fulfilled',
  'partially_refunded',
  'refunded',
  'cancelled',
  'expired',
] as const;

export const orderShape = totalsShape.extend({
  id: id('ord'),
  number: z.union([z.string().min(1), z.number().int()]),
  token: z.string().min(16),
  status: z.enum(ORDER_STATUSES),
  lines: z.array(line).min(1),
  email: z.string(),
  expiresAt: instant.nullable(),
  createdAt: instant,
  payment: z.object({
    provider: z.string().min(1),
    status: z.string().min(1),
    clientSecret: z.string().nullish(),
  }),
});
export type Order = z.infer<typeof orderShape>;

/** An order in a merchant's list: what the buyer sees but the token, which is the buyer's. */
export const merchantOrderShape = orderShape.partial({ token: true, payment: true });

const units = z.strictObject({ variantId: id('var'), quantity: z.number().int().min(1) });
const event = { at: instant, actor: z.string().min(1) };

/** One order as the shop's people see it: with how far each line is, and everything that happened to it. */
export const merchantOrderWithTimelineShape = merchantOrderShape
  .extend({
    shippingMethod: z.string().nullable(),
    shippingAddress: z.strictObject({
      name: z.string(),
      line1: z.string(),
      line2: z.string().optional(),
      city: z.string(),
      region: z.string().optional(),
      postalCode: z.string(),
      country: z.string().regex(/^[A-Z]{2}$/),
    }),
    fulfilment: z.enum(['unsent', 'partly-sent', 'sent']).nullable(),
    units: z
      .array(
        z.strictObject({
          variantId: id('var'),
          sent: level,
          refunded: level,
          returning: level,
          returned: level,
          toSend: level,
          paid: moneyShape,
          taxRatePpm: level,
          canRestock: z.boolean(),
        }),
      )
      .min(1),
    parcels: z.array(
      z.strictObject({
        ...event,
        id: id('ful'),
        carrier: z.string().nullable(),
        trackingNumber: z.string().nullable(),
        trackingUrl: z.string().nullable(),
        lines: z.array(units),
      }),
    ),
    returns: z.array(
      z.strictObject({
        ...event,
        id: id('ret'),
        closedAt: instant.nullable(),
        status: z.enum(['requested', 'received', 'cancelled']),
        reason: z.string(),
        refundId: id('ref').nullable(),
        lines: z.array(units),
      }),
    ),
    refunds: z.array(
      z.strictObject({
        ...event,
        id: id('ref'),
        amount: moneyShape,
        status: z.enum(['processing', 'in-doubt', 'succeeded', 'failed']),
        reason: z.string(),
        lines: z.array(units.extend({ amount: moneyShape, restocked: level })),
      }),
    ),
    taxes: z.array(
      z.strictObject({
        ratePpm: level.nullable(),
        net: moneyShape,
        tax: moneyShape,
        taxIncluded: moneyShape,
      }),
    ),
    paid: moneyShape,
    refunded: moneyShape,
    refundable: moneyShape,
    discountCode: z.string().nullable(),
    paidAt: instant.nullable(),
    market: z.string().nullable(),
    customerId: id('cust').nullable(),
    timeline: z
      .array(
        z.strictObject({
          ...event,
          kind: z.string().min(1),
          actorName: z.string().nullable(),
          data: z.record(z.string(), z.unknown()),
        }),
      )
      .min(1),
  })
  .strict();

export const orderViewShape = z.strictObject({ id: id('view'), name: z.string(), query: z.string() });

export const API_KEY_ROLES = ['owner', 'manager', 'support', 'viewer'] as const;
export type Role = (typeof API_KEY_ROLES)[number];

export const apiKeyShape = z.object({
  id: z.string().min(1),
  name: z.string(),
  role: z.enum(API_KEY_ROLES),
});

export const newApiKeyShape = apiKeyShape.extend({ key: z.string().min(20) });
