import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { pathId } from './path-id';

const paper = {
  method: 'GET',
  tag: 'Orders',
  actor: { permission: 'orders:read' },
  params: { id: pathId('ord', 'order-not-found', 'The order.') },
  media: ['application/pdf'],
  responses: { 200: z.instanceof(ReadableStream) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
} as const;

export const downloadInvoice = defineOperation({
  ...paper,
  id: 'downloadInvoice',
  path: '/api/admin/orders/{id}/invoice',
  summary: 'Download an order’s invoice as PDF',
});

export const downloadPackingSlip = defineOperation({
  ...paper,
  id: 'downloadPackingSlip',
  path: '/api/admin/orders/{id}/packing-slip',
  summary: 'Download an order’s packing slip as PDF',
  description: 'What is still to be sent, without prices; of an order that was sent, all of it.',
});
