import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { idSchema } from '@/lib/kernel/schemas';
import { saveOrderViewInput } from '@/lib/orders/input';
import { pathId } from './path-id';

const tag = 'Orders';

const view = z
  .object({
    id: idSchema('view'),
    name: z.string(),
    query: z.string().describe('The list’s filters as they stand behind the question mark.'),
  })
  .meta({ id: 'OrderView' });

export const listOrderViews = defineOperation({
  id: 'listOrderViews',
  method: 'GET',
  path: '/api/admin/orders/views',
  tag,
  summary: 'List the saved views of orders',
  description: 'Everybody who works in the shop shares them.',
  actor: { permission: 'orders:read' },
  responses: { 200: z.object({ items: z.array(view) }) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const saveOrderView = defineOperation({
  id: 'saveOrderView',
  method: 'POST',
  path: '/api/admin/orders/views',
  tag,
  summary: 'Save a view of orders',
  actor: { permission: 'orders:write' },
  body: saveOrderViewInput,
  responses: { 201: view },
  problems: ['view-name-taken'],
  limit: 'admin',
  idempotency: 'honoured',
  example: { name: 'France, to send', query: 'fulfilment=unsent&country=FR' },
});

export const removeOrderView = defineOperation({
  id: 'removeOrderView',
  method: 'DELETE',
  path: '/api/admin/orders/views/{id}',
  tag,
  summary: 'Take a saved view away, from everybody',
  actor: { permission: 'orders:write' },
  params: { id: pathId('view', 'view-not-found', 'The view.') },
  responses: { 204: z.undefined() },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});
