import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { idSchema } from '@/lib/kernel/schemas';
import { changeWebhookInput, createWebhookInput, listWebhooksInput } from '@/lib/webhooks/input';
import { DELIVERY_STATUSES } from '@/lib/webhooks/model';
import { pathId } from './path-id';
import { instant, pageOf } from './shapes';

const endpointId = pathId('hook', 'webhook-not-found', 'The endpoint.');
const mayRead = { permission: 'webhooks:read' } as const;
const mayWrite = { permission: 'webhooks:write' } as const;

const endpointFacts = {
  id: idSchema('hook'),
  url: z.string(),
  events: z.array(z.string()),
  enabled: z.boolean(),
  failingSince: instant.nullable().describe('Since when nothing arrived, if the last delivery did not.'),
  disabledAt: instant.nullable().describe('When it was switched off because nothing arrived for days.'),
  createdAt: instant,
};

const endpoint = z.object(endpointFacts).meta({ id: 'Webhook' });

const secret = z
  .string()
  .describe('Checks signatures by Standard Webhooks (whsec_…). It is shown this once.');

const newEndpoint = z.object({ ...endpointFacts, secret }).meta({ id: 'NewWebhook' });

const delivery = z
  .object({
    id: idSchema('dlv'),
    endpointId: idSchema('hook'),
    eventId: idSchema('evt').describe('The webhook-id header, the same for every try.'),
    type: z.string(),
    status: z.enum(DELIVERY_STATUSES),
    createdAt: instant,
    settledAt: instant.nullable(),
    request: z
      .object({ type: z.string(), timestamp: instant, data: z.record(z.string(), z.unknown()) })
      .describe('The body of each try.'),
    attempts: z
      .array(
        z.object({
          at: instant,
          durationMs: z.int(),
          status: z.int().nullable().describe('The HTTP status, or null: nothing was answered.'),
          answer: z.string().nullable().describe('Its first KiB.'),
          error: z.string().nullable(),
        }),
      )
      .describe('Newest first.'),
  })
  .meta({ id: 'WebhookDelivery' });

export const listWebhooks = defineOperation({
  id: 'listWebhooks',
  method: 'GET',
  path: '/api/admin/webhooks',
  tag: 'Webhooks',
  summary: 'List webhooks',
  actor: mayRead,
  query: listWebhooksInput,
  responses: { 200: pageOf(endpoint) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const createWebhook = defineOperation({
  id: 'createWebhook',
  method: 'POST',
  path: '/api/admin/webhooks',
  tag: 'Webhooks',
  summary: 'Have events sent to an address',
  description:
    'Each event is a POST of { type, timestamp, data }, signed as Standard Webhooks says. Any 2xx takes it; anything else is tried again for some 28 hours. An event may come twice: webhook-id tells.',
  actor: mayWrite,
  body: createWebhookInput,
  responses: { 201: newEndpoint },
  problems: ['too-many-webhooks'],
  limit: 'admin',
  idempotency: 'secret',
  example: { url: 'https://shop-tools.example/doorbuster', events: ['orders/order.paid'] },
});

export const getWebhook = defineOperation({
  id: 'getWebhook',
  method: 'GET',
  path: '/api/admin/webhooks/{id}',
  tag: 'Webhooks',
  summary: 'See a webhook',
  actor: mayRead,
  params: { id: endpointId },
  responses: { 200: endpoint },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const changeWebhook = defineOperation({
  id: 'changeWebhook',
  method: 'PATCH',
  path: '/api/admin/webhooks/{id}',
  tag: 'Webhooks',
  summary: 'Change a webhook, or switch it on or off',
  description: 'What the body names changes, nothing else.',
  actor: mayWrite,
  params: { id: endpointId },
  body: changeWebhookInput,
  responses: { 200: endpoint },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
  example: { enabled: true },
});

export const removeWebhook = defineOperation({
  id: 'removeWebhook',
  method: 'DELETE',
  path: '/api/admin/webhooks/{id}',
  tag: 'Webhooks',
  summary: 'Remove a webhook, with its log',
  actor: mayWrite,
  params: { id: endpointId },
  responses: { 204: z.undefined() },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const renewWebhookSecret = defineOperation({
  id: 'renewWebhookSecret',
  method: 'POST',
  path: '/api/admin/webhooks/{id}/secret',
  tag: 'Webhooks',
  summary: 'Get another secret',
  description: 'For a day deliveries are signed with both, the old one and the new one.',
  actor: mayWrite,
  params: { id: endpointId },
  responses: { 200: z.object({ id: idSchema('hook'), secret }).meta({ id: 'WebhookSecret' }) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const pingWebhook = defineOperation({
  id: 'pingWebhook',
  method: 'POST',
  path: '/api/admin/webhooks/{id}/ping',
  tag: 'Webhooks',
  summary: 'Send a test event',
  actor: mayWrite,
  params: { id: endpointId },
  responses: { 202: delivery },
  problems: ['webhook-disabled'],
  limit: 'admin',
  idempotency: 'none',
});

export const listWebhookDeliveries = defineOperation({
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: '/api/admin/webhooks/{id}/deliveries',
  tag: 'Webhooks',
  summary: 'List what was sent, with every try',
  actor: mayRead,
  params: { id: endpointId },
  query: listWebhooksInput,
  responses: { 200: pageOf(delivery) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const replayWebhookDelivery = defineOperation({
  id: 'replayWebhookDelivery',
  method: 'POST',
  path: '/api/admin/webhooks/deliveries/{id}/replay',
  tag: 'Webhooks',
  summary: 'Send an event again',
  description: 'Under the same webhook-id. One that is still being tried stays as it is.',
  actor: mayWrite,
  params: { id: pathId('dlv', 'webhook-delivery-not-found', 'The delivery.') },
  responses: { 202: delivery },
  problems: ['webhook-disabled'],
  limit: 'admin',
  idempotency: 'none',
});
