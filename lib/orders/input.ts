import { z } from 'zod';
import { countrySchema as country, postalAddress } from '@/lib/kernel/address-schema';
import { fromUuid, parseId } from '@/lib/kernel/ids';
import {
  currencySchema,
  emailSchema as email,
  idSchema,
  line,
  MAX_MINOR,
  moneySchema,
  optionalLine,
  pageQuery,
  queryText,
} from '@/lib/kernel/schemas';
import { type Basket, FULFILMENTS, ORDER_STATUSES } from './model';

export const MAX_LINES = 100;
export const MAX_QUANTITY = 99;

/** An id that no cart has. */
const NO_CART = fromUuid('cart', '00000000-0000-0000-0000-000000000000');

/** Ids are opaque to clients: text that cannot be a cart's is a cart that nobody knows, not a mistake in the body. */
const cartId = z
  .string()
  .min(1)
  .max(255)
  .transform((text) => parseId('cart', text) ?? NO_CART);

const basket = {
  cartId: cartId.nullish().describe('The cart to order. Give this or lines, not both.'),
  lines: z
    .array(z.object({ variantId: idSchema('var'), quantity: z.int().min(1).max(MAX_QUANTITY) }))
    .min(1)
    .max(MAX_LINES)
    .nullish()
    .describe('What to order without a cart. Lines of one variant are merged.'),
  currency: currencySchema
    .nullish()
    .transform((code) => code ?? undefined)
    .describe('What the lines are paid in, the shop’s own when absent; a cart has its own.'),
};

const market = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2}-[a-z]{2}$/, 'Must be a language and a country, as fr-fr.')
  .nullish()
  .transform((code) => code ?? undefined)
  .describe('Where the buyer shops: the language of the mails about the order. By the address when absent.')
  .meta({ examples: ['fr-fr'] });

const choices = {
  shippingMethod: optionalLine(64).describe('A code of a shipping rate; the cheapest when absent.'),
  discountCode: optionalLine(64),
};

/** An integer of minor units, or money, whose currency then has to be the order's. */
const expectedTotal = z
  .union([z.int().min(0).max(MAX_MINOR), moneySchema], {
    error: 'Must be money, or an integer of minor units.',
  })
  .nullish()
  .transform((given) =>
    typeof given === 'number' ? { amount: given, currency: undefined } : (given ?? undefined),
  )
  .describe('The total that the buyer saw. Another one is refused with price-changed and the new quote.');

type GivenBasket = {
  cartId?: Basket['cartId'] | null | undefined;
  lines?: Basket['lines'] | null | undefined;
  currency?: string | undefined;
};

function refineBasket({ cartId, lines, currency }: GivenBasket, context: z.RefinementCtx): void {
  if ((cartId ?? null) === null && (lines ?? null) === null) {
    context.addIssue({ code: 'custom', path: ['lines'], message: 'Give lines or a cartId.' });
  } else if (cartId && lines) {
    context.addIssue({ code: 'custom', path: ['cartId'], message: 'Give lines or a cartId, not both.' });
  } else if (cartId && currency !== undefined) {
    context.addIssue({ code: 'custom', path: ['currency'], message: 'A cart has its own currency.' });
  }
}

/** After {@link refineBasket}: exactly one of the two is there. */
function toBasket({ cartId, lines, currency }: GivenBasket): Basket {
  return cartId ? { cartId } : { lines: lines ?? [], currency };
}

/** What `POST /api/checkout` takes. */
export const checkoutInput = z
  .object({ ...basket, email, shippingAddress: postalAddress, ...choices, expectedTotal, market })
  .superRefine(refineBasket)
  .transform(({ cartId, lines, currency, ...rest }) => ({
    ...rest,
    ...toBasket({ cartId, lines, currency }),
  }));

export type CheckoutInput = z.output<typeof checkoutInput>;

/** What `POST /api/checkout/quote` takes: checkout's body, of which only what costs is read. */
export const quoteInput = z
  .object({
    ...basket,
    // What is not an address yet, while it is being typed, is none.
    email: z
      .string()
      .max(254)
      .optional()
      .catch(undefined)
      .describe('Tells whether this buyer may use the discount code.'),
    shippingAddress: z
      .object({
        country: country.nullish().transform((code) => code ?? undefined),
        region: optionalLine(100),
      })
      .nullish()
      .describe('As far as it is known; the country is enough. The shop’s own country when absent.'),
    ...choices,
  })
  .superRefine(refineBasket)
  .transform(({ cartId, lines, currency, shippingAddress, ...rest }) => ({
    ...rest,
    country: shippingAddress?.country,
    region: shippingAddress?.region,
    ...toBasket({ cartId, lines, currency }),
  }));

export type QuoteInput = z.output<typeof quoteInput>;

const day = z.iso
  .date('Must be a day, as 2026-11-27.')
  .refine((text) => text >= '2000-01-01' && text < '2100-01-01', 'Must be a day of this century.')
  .optional()
  .meta({ examples: ['2026-11-27'] });
const minorText = z
  .string()
  .regex(/^\d{1,11}$/, 'Must be a whole number of minor units.')
  .optional()
  .transform((digits) => (digits === undefined ? undefined : Number(digits)))
  .meta({ type: 'integer', pattern: undefined, minimum: 0, maximum: MAX_MINOR });

/** How a merchant narrows orders. */
const orderFilter = {
  status: z.enum(ORDER_STATUSES).optional(),
  fulfilment: z.enum(FULFILMENTS).optional().describe('How far it is sent. unsent: it is paid and waits.'),
  from: day.describe('The first day it was placed, in the shop’s time zone.'),
  to: day.describe('The last day, included.'),
  country: country.optional().describe('Where it goes: ISO 3166-1 alpha-2, as US.'),
  currency: currencySchema.optional(),
  minTotal: minorText.describe('The least total, in minor units.'),
  maxTotal: minorText.describe('The most total, in minor units.'),
  query: queryText(254).describe('An order number, an order id, or the beginning of an e-mail address.'),
};

/** What `GET /api/admin/orders` takes. */
export const listOrdersInput = z.object({ ...orderFilter, ...pageQuery });

export type ListOrdersInput = z.output<typeof listOrdersInput>;

/** What `GET /api/admin/orders/export` takes. */
export const exportOrdersInput = z.object(orderFilter);

export type ExportOrdersInput = z.output<typeof exportOrdersInput>;

/** How many orders are moved by one call. */
export const MOST_AT_ONCE = 100;

const units = z
  .array(z.object({ variantId: idSchema('var'), quantity: z.int().min(1).max(1_000_000) }))
  .min(1)
  .max(MAX_LINES);

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const trackingUrl = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => text === '' || isWebAddress(text), 'Must be an http(s) address.')
  .nullish();
const trackingExample = { examples: ['https://carrier.example/track/1Z999'] };

/** What `POST /api/admin/orders/{id}/fulfil` takes: as much as is known of the parcel; nothing is fine. */
export const fulfilOrderInput = z
  .object({
    carrier: optionalLine(100).describe('Who brings it.'),
    trackingNumber: optionalLine(100),
    trackingUrl: trackingUrl
      .transform((text) => text || undefined)
      .describe('Where the buyer can follow it.')
      .meta(trackingExample),
    lines: units
      .nullish()
      .transform((lines) => lines ?? undefined)
      .describe('What is in the parcel; all that is still to be sent when absent.'),
  })
  .prefault({});

export type FulfilOrderInput = z.output<typeof fulfilOrderInput>;

/** Absent: it stays; null or no text: there is none. */
const correctedLine = z
  .string()
  .trim()
  .max(100)
  .nullish()
  .transform((text) => (text === '' ? null : text));

/** What `PATCH /api/admin/orders/{id}/parcels/{parcelId}` takes: what is absent stays. */
export const changeParcelInput = z.object({
  carrier: correctedLine.describe('Who brings it; null takes it away.'),
  trackingNumber: correctedLine,
  trackingUrl: trackingUrl.transform((text) => (text === '' ? null : text)).meta(trackingExample),
  tellBuyer: z
    .boolean()
    .default(false)
    .describe('Send the mail about the parcel once more, from the facts as they are now.'),
});

export type ChangeParcelInput = z.output<typeof changeParcelInput>;

/** What `POST /api/admin/orders/fulfil` takes. */
export const fulfilOrdersInput = z.object({
  ids: z.array(idSchema('ord')).min(1).max(MOST_AT_ONCE).describe('Of each all that is still to be sent.'),
});

/** What `PATCH /api/admin/orders/{id}` takes: what is absent stays. */
export const changeOrderContactInput = z.object({
  email: email.optional(),
  shippingAddress: postalAddress.optional().describe('The whole address. The country has to stay.'),
});

/** What `POST /api/admin/orders/{id}/notes` takes. */
export const addOrderNoteInput = z.object({
  text: z.string().trim().min(1).max(2_000).describe('What the others should know.'),
});

/** What `POST /api/admin/orders/{id}/returns` takes. */
export const requestReturnInput = z.object({ lines: units, reason: line(500) });

export type RequestReturnInput = z.output<typeof requestReturnInput>;

/** What `POST /api/admin/orders/views` takes. */
export const saveOrderViewInput = z.object({
  name: line(60),
  query: z
    .string()
    .trim()
    .max(500)
    .regex(/^([\w-]+=[\w%.~*+@-]*)(&[\w-]+=[\w%.~*+@-]*)*$/, 'Must be a query, as status=paid&country=FR.')
    .meta({ examples: ['status=paid&country=FR'] }),
});

export type SaveOrderViewInput = z.output<typeof saveOrderViewInput>;
