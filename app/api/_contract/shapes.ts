import { z } from 'zod';
import { IMAGE_STATES, PRODUCT_STATUSES } from '@/lib/catalog/model';
import { currencySchema, idSchema, moneySchema } from '@/lib/kernel/schemas';
import { FULFILMENTS, ORDER_STATUSES, RETURN_STATUSES } from '@/lib/orders/model';
import { ROLES } from '@/lib/staff/permissions';

/** What the API answers. Named shapes become components of the OpenAPI document. */

export const instant = z.string().meta({ format: 'date-time', examples: ['2026-11-27T09:00:00.000Z'] });
const level = z.int().min(0).nullable().describe('null: not counted, always sellable.');

/** One page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('Give it as cursor to read on; null on the last page.'),
  });

const image = z.object({ url: z.string(), alt: z.string() });

export const productCard = z
  .object({
    id: idSchema('prod'),
    slug: z.string(),
    title: z.string(),
    price: moneySchema.describe('Of the cheapest variant.'),
    compareAtPrice: moneySchema.optional(),
    image: image.nullable(),
    available: z.boolean(),
  })
  .meta({ id: 'ProductCard' });

/** A price besides the one in the shop's own currency. */
export const otherPrice = z.object({
  amount: moneySchema.shape.amount,
  currency: currencySchema,
  compareAtAmount: z.int().optional(),
});

const correctedQuery = z
  .string()
  .optional()
  .describe('What was searched for instead, where nothing has the words that were given.');

export const productPage = pageOf(productCard).extend({ correctedQuery });

export const productFacets = z
  .object({
    total: z.int().min(0).describe('How many products the list has.'),
    isComplete: z.boolean().describe('false: the list is long, and only its newest products were counted.'),
    available: z.int().min(0).describe('How many of them can be bought right now.'),
    price: z
      .object({ min: moneySchema, max: moneySchema })
      .nullable()
      .describe('Of the list, whatever prices were asked for.'),
    options: z.array(
      z.object({
        name: z.string(),
        label: z.string().optional().describe('How it is said in the language asked for, if otherwise.'),
        values: z.array(z.object({ value: z.string(), label: z.string().optional(), count: z.int().min(0) })),
      }),
    ),
    correctedQuery,
  })
  .meta({ id: 'ProductFacets' });

export const suggestions = z
  .object({
    products: z.array(productCard),
    collections: z.array(z.object({ slug: z.string(), title: z.string() })),
    correctedQuery,
  })
  .meta({ id: 'Suggestions' });

const storeVariant = z.object({
  id: idSchema('var'),
  sku: z.string(),
  title: z.string(),
  price: moneySchema,
  compareAtPrice: moneySchema.optional(),
  available: z.boolean(),
  optionValues: z.array(z.string()).describe('One value for each option of the product, in their order.'),
});

const productFacts = {
  id: idSchema('prod'),
  slug: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  vendor: z.string(),
  productType: z.string(),
  tags: z.array(z.string()),
  images: z.array(image.extend({ width: z.int().nullable(), height: z.int().nullable() })),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
};

export const storeProduct = z
  .object({ ...productFacts, variants: z.array(storeVariant) })
  .meta({ id: 'Product' });

export const translations = z
  .record(z.string(), z.object({ title: z.string(), descriptionHtml: z.string() }))
  .describe('By language, as fr.');

const productTranslations = z
  .record(
    z.string(),
    z.object({
      title: z.string(),
      descriptionHtml: z.string(),
      words: z
        .record(z.string(), z.string())
        .optional()
        .describe('Its short texts, by what they are in the shop’s own language.'),
    }),
  )
  .describe('By language, as fr.');

export const merchantProduct = z
  .object({
    ...productFacts,
    status: z.enum(PRODUCT_STATUSES),
    updatedAt: instant,
    translations: productTranslations,
    images: z.array(
      productFacts.images.element.extend({
        id: idSchema('img'),
        state: z
          .enum(IMAGE_STATES)
          .describe('waiting: its renderings are still to be made; failed: they could not be.'),
        problem: z.string().optional(),
      }),
    ),
    publishAt: instant.nullable().describe('When a draft becomes active by itself.'),
    collectionIds: z.array(idSchema('col')),
    variants: z.array(
      storeVariant.extend({
        stock: level,
        barcode: z.string().nullable(),
        weightGrams: z.int().min(0),
        requiresShipping: z.boolean(),
        prices: z.array(otherPrice).describe('In currencies besides the shop’s own.'),
      }),
    ),
  })
  .meta({ id: 'MerchantProduct' });

export const stock = z.object({ variantId: idSchema('var'), available: level }).meta({ id: 'Stock' });

const line = z.object({
  variantId: idSchema('var'),
  sku: z.string(),
  title: z.string(),
  options: z.array(z.object({ name: z.string(), value: z.string() })),
  quantity: z.int().min(1),
  unitPrice: moneySchema,
  lineTotal: moneySchema,
});

export const cart = z
  .object({
    id: idSchema('cart'),
    lines: z.array(
      line.extend({
        available: z.boolean().describe('Whether the whole quantity can be bought right now.'),
        availableQuantity: level,
        priced: z
          .boolean()
          .describe(
            'Whether it is sold in the cart’s currency; else its price is 0 and it cannot be bought.',
          ),
      }),
    ),
    subtotal: moneySchema,
  })
  .meta({ id: 'Cart' });

const totals = {
  lines: z.array(line),
  subtotal: moneySchema,
  shipping: moneySchema,
  shippingMethod: z.string().nullable(),
  tax: moneySchema.describe('What comes on top of the prices.'),
  taxIncluded: moneySchema.describe('What is inside the prices; not added.'),
  discount: moneySchema,
  total: moneySchema.describe('subtotal + shipping + tax - discount'),
};

export const quote = z
  .object({
    ...totals,
    shippingMethods: z
      .array(z.object({ code: z.string(), title: z.string(), price: moneySchema }))
      .describe('The ways to ship it there, cheapest first; give a code as shippingMethod.'),
  })
  .meta({ id: 'Quote' });

const orderFacts = {
  id: idSchema('ord'),
  number: z.int().describe('What people call it.'),
  status: z.enum(ORDER_STATUSES),
  ...totals,
  email: z.string(),
  shippingAddress: z.object({
    name: z.string(),
    line1: z.string(),
    line2: z.string().optional(),
    city: z.string(),
    region: z.string().optional(),
    postalCode: z.string(),
    country: z.string(),
  }),
  expiresAt: instant.describe('Until when an unpaid order holds its stock.'),
  createdAt: instant,
  payment: z.object({
    provider: z.string(),
    status: z.enum(['none', 'processing', 'in-doubt', 'declined', 'succeeded', 'refunded']),
    clientSecret: z.string().optional(),
  }),
};

export const order = z
  .object({ ...orderFacts, token: z.string().describe('Opens this order to whoever holds it.') })
  .meta({ id: 'Order' });

const fulfilment = z
  .enum(FULFILMENTS)
  .nullable()
  .describe('How far it is sent; null where nothing is to be sent.');

export const merchantOrder = z.object({ ...orderFacts, fulfilment }).meta({ id: 'MerchantOrder' });

const unitCount = z.int().min(0);
const units = z.object({ variantId: idSchema('var'), quantity: z.int().min(1) });
const actor = z.string();

/** What only the shop's people see of an order. */
const orderWork = {
  fulfilment,
  units: z
    .array(
      z.object({
        variantId: idSchema('var'),
        sent: unitCount,
        refunded: unitCount,
        returning: unitCount.describe('On their way back.'),
        returned: unitCount,
        toSend: unitCount,
        paid: moneySchema.describe(
          'For all of the line, after discount and with tax; refunds of all its units come to this.',
        ),
        taxRatePpm: z.int(),
        canRestock: z.boolean().describe('Whether its units are counted.'),
      }),
    )
    .describe('How far each line is.'),
  parcels: z.array(
    z.object({
      id: idSchema('ful'),
      at: instant,
      actor,
      carrier: z.string().nullable(),
      trackingNumber: z.string().nullable(),
      trackingUrl: z.string().nullable(),
      lines: z.array(units),
    }),
  ),
  returns: z.array(
    z.object({
      id: idSchema('ret'),
      at: instant,
      closedAt: instant.nullable(),
      status: z.enum(RETURN_STATUSES),
      reason: z.string(),
      actor,
      refundId: idSchema('ref').nullable().describe('The refund that was given for it.'),
      lines: z.array(units),
    }),
  ),
  refunds: z.array(
    z.object({
      id: idSchema('ref'),
      at: instant,
      actor,
      amount: moneySchema,
      status: z.enum(['processing', 'in-doubt', 'succeeded', 'failed']),
      reason: z.string(),
      lines: z.array(units.extend({ amount: moneySchema, restocked: unitCount })),
    }),
  ),
  taxes: z
    .array(
      z.object({
        ratePpm: z
          .int()
          .nullable()
          .describe('Millionths; null: the shipping, where it is not taxed or no rate can be told for sure.'),
        net: moneySchema.describe('Without tax, after discount.'),
        tax: moneySchema.describe('What came on top.'),
        taxIncluded: moneySchema,
      }),
    )
    .describe(
      'Tax by rate, the highest first. All tax is the order’s tax, all taxIncluded its taxIncluded, and both with all net its total.',
    ),
  paid: moneySchema,
  refunded: moneySchema.describe('What went back or is to.'),
  refundable: moneySchema.describe('What can still be given back.'),
  discountCode: z.string().nullable(),
  paidAt: instant.nullable(),
  market: z.string().nullable().describe('Where the buyer shops, as fr-fr.'),
  customerId: idSchema('cust').nullable().describe('null once the person is erased.'),
};

export const merchantOrderWithTimeline = z
  .object({
    ...orderFacts,
    ...orderWork,
    timeline: z
      .array(
        z.object({
          at: instant,
          kind: z.string(),
          actor,
          actorName: z.string().nullable().describe('Who of the shop, or which API key.'),
          data: z.record(z.string(), z.unknown()),
        }),
      )
      .describe('What happened to it, oldest first.'),
  })
  .meta({ id: 'MerchantOrderWithTimeline' });

export const apiKey = z
  .object({
    id: idSchema('key'),
    name: z.string(),
    role: z.enum(ROLES),
    preview: z.string().describe('How the key begins.'),
    createdAt: instant,
    lastUsedAt: instant.nullable().describe('To some minutes; null: never yet.'),
  })
  .meta({ id: 'ApiKey' });

export const newApiKey = apiKey
  .extend({ key: z.string().describe('The key itself. It is shown this once and stored hashed.') })
  .meta({ id: 'NewApiKey' });

export const health = z
  .object({
    status: z.enum(['ok', 'degraded']),
    version: z.string(),
    release: z.string(),
    checks: z.object({
      postgres: z.enum(['up', 'down']),
      redis: z.enum(['up', 'down']),
      jobs: z.enum(['up', 'late', 'down']),
    }),
  })
  .meta({ id: 'Health' });
