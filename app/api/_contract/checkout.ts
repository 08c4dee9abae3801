import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { askedLanguage } from '@/lib/catalog/input';
import { checkoutInput, quoteInput } from '@/lib/orders/input';
import { payOrderInput } from '@/lib/payments/input';
import { pathId } from './path-id';
import { order, quote } from './shapes';

const tag = 'Checkout';
const orderId = pathId('ord', 'order-not-found', 'The order.');

const lines = [{ variantId: 'var_019a5c3be0007000800000000000000a', quantity: 1 }];
const shippingAddress = {
  name: 'Ada Buyer',
  line1: '1 Market Street',
  city: 'Portland',
  region: 'OR',
  postalCode: '97201',
  country: 'US',
};

export const quoteCheckout = defineOperation({
  id: 'quoteCheckout',
  method: 'POST',
  path: '/api/checkout/quote',
  tag,
  summary: 'See what an order would cost',
  description:
    'Takes checkout’s body; what costs nothing (e-mail, name, street) may be missing. Holds nothing.',
  actor: 'public',
  query: z.object({ language: askedLanguage }),
  body: quoteInput,
  responses: { 200: quote },
  problems: ['cart-not-found'],
  limit: 'quote',
  idempotency: 'none',
  isRead: true,
  example: { lines, shippingAddress: { country: 'US', region: 'OR' } },
});

export const placeOrder = defineOperation({
  id: 'placeOrder',
  method: 'POST',
  path: '/api/checkout',
  tag,
  summary: 'Place an order',
  description:
    'Takes all of it or nothing, and holds the stock until expiresAt. An order of 0 is paid at once. Repeat with the same Idempotency-Key until there is an answer: the order is placed once.',
  actor: 'public',
  body: checkoutInput,
  responses: { 201: order },
  problems: ['cart-not-found', 'cart-already-ordered', 'out-of-stock', 'price-changed'],
  limit: 'checkout',
  idempotency: 'required',
  example: { lines, email: 'ada@example.com', shippingAddress },
});

export const getOrder = defineOperation({
  id: 'getOrder',
  method: 'GET',
  path: '/api/orders/{id}',
  tag,
  summary: 'See an order',
  description: 'For whoever holds the token that checkout answered; for all others there is no such order.',
  actor: 'public',
  params: { id: orderId },
  headers: z.object({
    'x-order-token': z.string().optional().describe('The order’s token; the better place for it.'),
  }),
  query: z.object({
    token: z.string().optional().describe('The order’s token, where no header can be sent.'),
  }),
  responses: { 200: order },
  problems: [],
  limit: null,
  idempotency: 'none',
});

export const payOrder = defineOperation({
  id: 'payOrder',
  method: 'POST',
  path: '/api/orders/{id}/payment',
  tag,
  summary: 'Pay an order',
  description:
    'With the built-in test provider the method says what happens. An order that is paid already is answered as it is, so repeating is safe.',
  actor: 'public',
  params: { id: orderId },
  body: payOrderInput,
  responses: { 200: order },
  problems: ['payment-declined', 'payment-timeout', 'payment-in-progress', 'invalid-transition'],
  limit: 'payment',
  idempotency: 'none',
  timeoutMs: 15_000,
  example: { token: 'the order’s token', method: 'test_ok' },
});
