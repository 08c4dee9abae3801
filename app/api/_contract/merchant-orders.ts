import { defineOperation } from '@/app/api/_edge/operation';
import { fulfilOrderInput, listOrdersInput } from '@/lib/orders/input';
import { cancelOrderInput, refundOrderInput } from '@/lib/payments/input';
import { pathId } from './path-id';
import { merchantOrder, merchantOrderWithTimeline, pageOf } from './shapes';

const tag = 'Orders';
const orderId = pathId('ord', 'order-not-found', 'The order.');

export const listOrders = defineOperation({
  id: 'listOrders',
  method: 'GET',
  path: '/api/admin/orders',
  tag,
  summary: 'List orders, newest first',
  actor: { permission: 'orders:read' },
  query: listOrdersInput,
  responses: { 200: pageOf(merchantOrder) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const getMerchantOrder = defineOperation({
  id: 'getMerchantOrder',
  method: 'GET',
  path: '/api/admin/orders/{id}',
  tag,
  summary: 'See an order and what happened to it',
  actor: { permission: 'orders:read' },
  params: { id: orderId },
  responses: { 200: merchantOrderWithTimeline },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const fulfilOrder = defineOperation({
  id: 'fulfilOrder',
  method: 'POST',
  path: '/api/admin/orders/{id}/fulfil',
  tag,
  summary: 'Say that a paid order was sent',
  description: 'What is known of the parcel is kept in the order’s history and told to the buyer.',
  actor: { permission: 'orders:write' },
  params: { id: orderId },
  body: fulfilOrderInput,
  responses: { 200: merchantOrderWithTimeline },
  problems: ['invalid-transition', 'refund-in-progress'],
  limit: 'admin',
  idempotency: 'honoured',
  keepsAnswers: true,
  example: { carrier: 'DHL', trackingNumber: '00340434161094042557' },
});

export const cancelOrder = defineOperation({
  id: 'cancelOrder',
  method: 'POST',
  path: '/api/admin/orders/{id}/cancel',
  tag,
  summary: 'Cancel an order that was not sent',
  description:
    'Its units go back on the shelf, its discount code’s use to others, and what was paid goes back to the buyer, whole.',
  actor: { permission: 'orders:write' },
  params: { id: orderId },
  body: cancelOrderInput,
  responses: { 200: merchantOrderWithTimeline },
  problems: ['invalid-transition', 'payment-in-progress', 'refund-in-progress'],
  limit: 'admin',
  idempotency: 'honoured',
  keepsAnswers: true,
  example: { reason: 'The buyer changed their mind' },
});

export const refundOrder = defineOperation({
  id: 'refundOrder',
  method: 'POST',
  path: '/api/admin/orders/{id}/refund',
  tag,
  summary: 'Give money of an order back',
  description:
    'All that is left, an amount, or what was paid for some units. The order moves once the provider has said yes; a provider that does not answer is asked again until it does, and the history tells.',
  actor: { permission: 'orders:write' },
  params: { id: orderId },
  body: refundOrderInput,
  responses: { 200: merchantOrderWithTimeline },
  problems: ['invalid-transition', 'refund-too-large', 'refund-refused'],
  limit: 'admin',
  idempotency: 'required',
  keepsAnswers: true,
  example: { amount: { amount: 100, currency: 'USD' }, restock: false, reason: 'A bent corner' },
});
