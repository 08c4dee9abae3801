import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { idSchema } from '@/lib/kernel/schemas';
import {
  addOrderNoteInput,
  changeOrderContactInput,
  changeParcelInput,
  exportOrdersInput,
  fulfilOrderInput,
  fulfilOrdersInput,
  listOrdersInput,
  requestReturnInput,
} from '@/lib/orders/input';
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
  description:
    'What is asked for may be rare: a page can hold fewer orders than it has room for and yet have a next one.',
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
  summary: 'Say that a paid order was sent, or a part of it',
  description:
    'What is known of the parcel is kept in the order’s history and told to the buyer. The order is fulfilled when all of it was sent and stays paid until then. With lines, what is left of an order of which a part was refunded can be sent, too.',
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
  problems: ['invalid-transition', 'payment-in-progress', 'refund-in-progress', 'order-partly-sent'],
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

export const exportOrders = defineOperation({
  id: 'exportOrders',
  method: 'GET',
  path: '/api/admin/orders/export',
  tag,
  summary: 'Download orders as CSV',
  description: 'All that the list would show with these filters, newest first, streamed as it is read.',
  actor: { permission: 'orders:read' },
  query: exportOrdersInput,
  media: ['text/csv'],
  responses: { 200: z.instanceof(ReadableStream) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const fulfilOrders = defineOperation({
  id: 'fulfilOrders',
  method: 'POST',
  path: '/api/admin/orders/fulfil',
  tag,
  summary: 'Say that several orders were sent',
  description:
    'Each whole. One that cannot be sent does not keep the others; results tell of each. Asked again, those that were sent are answered with invalid-transition.',
  actor: { permission: 'orders:write' },
  body: fulfilOrdersInput,
  responses: {
    200: z
      .object({
        results: z.array(
          z.object({
            id: idSchema('ord'),
            outcome: z.enum(['fulfilled', 'order-not-found', 'invalid-transition', 'refund-in-progress']),
          }),
        ),
      })
      .meta({ id: 'FulfilledOrders' }),
  },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
  example: { ids: ['ord_019a5c3be0007000800000000000000a'] },
});

export const changeOrderContact = defineOperation({
  id: 'changeOrderContact',
  method: 'PATCH',
  path: '/api/admin/orders/{id}',
  tag,
  summary: 'Change where an order goes or who is written to',
  description: 'As long as something of it is still to be sent.',
  actor: { permission: 'orders:write' },
  params: { id: orderId },
  body: changeOrderContactInput,
  responses: { 200: merchantOrderWithTimeline },
  problems: ['invalid-transition'],
  limit: 'admin',
  idempotency: 'none',
  example: { email: 'ada@example.com' },
});

export const addOrderNote = defineOperation({
  id: 'addOrderNote',
  method: 'POST',
  path: '/api/admin/orders/{id}/notes',
  tag,
  summary: 'Write a note into an order’s history',
  description: 'For the shop’s people; buyers never see it.',
  actor: { permission: 'orders:write' },
  params: { id: orderId },
  body: addOrderNoteInput,
  responses: { 200: merchantOrderWithTimeline },
  problems: [],
  limit: 'admin',
  idempotency: 'honoured',
  keepsAnswers: true,
  example: { text: 'The buyer asks for a gift wrap' },
});

const ofParcel = {
  tag,
  actor: { permission: 'orders:write' },
  params: { id: orderId, parcelId: pathId('ful', 'parcel-not-found', 'The parcel.') },
  responses: { 200: merchantOrderWithTimeline },
  limit: 'admin',
} as const;

export const changeParcel = defineOperation({
  ...ofParcel,
  id: 'changeParcel',
  method: 'PATCH',
  path: '/api/admin/orders/{id}/parcels/{parcelId}',
  summary: 'Correct what was noted of a parcel',
  description: 'What is absent stays. What was there before is in the audit log.',
  body: changeParcelInput,
  problems: [],
  idempotency: 'none',
  example: { trackingNumber: '00340434161094042557', tellBuyer: true },
});

export const takeBackParcel = defineOperation({
  ...ofParcel,
  id: 'takeBackParcel',
  method: 'POST',
  path: '/api/admin/orders/{id}/parcels/{parcelId}/take-back',
  summary: 'Say that a parcel was not sent after all',
  description:
    'Its units are to be sent again, and an order that was fulfilled is paid. A mail about it that has not left does not leave; one that has cannot be called back.',
  problems: ['parcel-returned', 'refund-in-progress'],
  idempotency: 'honoured',
  keepsAnswers: true,
});

export const requestReturn = defineOperation({
  id: 'requestReturn',
  method: 'POST',
  path: '/api/admin/orders/{id}/returns',
  tag,
  summary: 'Note that a buyer wants to send something back',
  actor: { permission: 'orders:write' },
  params: { id: orderId },
  body: requestReturnInput,
  responses: { 200: merchantOrderWithTimeline },
  problems: [],
  limit: 'admin',
  idempotency: 'honoured',
  keepsAnswers: true,
  example: {
    lines: [{ variantId: 'var_019a5c3be0007000800000000000000a', quantity: 1 }],
    reason: 'Too small',
  },
});

const closingReturn = {
  method: 'POST',
  tag,
  actor: { permission: 'orders:write' },
  params: { id: orderId, returnId: pathId('ret', 'return-not-found', 'The return.') },
  responses: { 200: merchantOrderWithTimeline },
  problems: ['invalid-transition'],
  limit: 'admin',
  idempotency: 'honoured',
  keepsAnswers: true,
} as const;

export const receiveReturn = defineOperation({
  ...closingReturn,
  id: 'receiveReturn',
  path: '/api/admin/orders/{id}/returns/{returnId}/receive',
  summary: 'Say that a return came',
  description:
    'Neither gives money back nor puts anything on the shelf: refund the order with returnId for that.',
});

export const cancelReturn = defineOperation({
  ...closingReturn,
  id: 'cancelReturn',
  path: '/api/admin/orders/{id}/returns/{returnId}/cancel',
  summary: 'Say that a return will not come',
});
