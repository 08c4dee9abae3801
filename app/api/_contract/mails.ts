import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { idSchema } from '@/lib/kernel/schemas';
import { listMailsInput, resendOrderMailInput } from '@/lib/notifications/input';
import { MAIL_STATUSES } from '@/lib/notifications/model';
import { pathId } from './path-id';
import { instant, pageOf } from './shapes';

const mail = z
  .object({
    id: idSchema('mail'),
    kind: z.string(),
    orderId: idSchema('ord').nullable(),
    to: z.string().nullable().describe('null: erased.'),
    subject: z.string().nullable(),
    html: z
      .string()
      .nullable()
      .describe('As it was sent, but for what opens the order. null: erased, or older than a year.'),
    text: z.string().nullable(),
    status: z.enum(MAIL_STATUSES).describe('failed: the last try did not succeed; error says why.'),
    error: z.string().nullable(),
    messageId: z.string(),
    createdAt: instant,
    sentAt: instant.nullable(),
  })
  .meta({ id: 'Mail' });

export const listMails = defineOperation({
  id: 'listMails',
  method: 'GET',
  path: '/api/admin/mails',
  tag: 'Orders',
  summary: 'List the mails about orders, newest first',
  actor: { permission: 'orders:read' },
  query: listMailsInput,
  responses: { 200: pageOf(mail) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const resendOrderMail = defineOperation({
  id: 'resendOrderMail',
  method: 'POST',
  path: '/api/admin/orders/{id}/mails',
  tag: 'Orders',
  summary: 'Send one of an order’s mails once more',
  description: 'To the address that the order has now, with the facts as they are now. It leaves by a job.',
  actor: { permission: 'orders:write' },
  params: { id: pathId('ord', 'order-not-found', 'The order.') },
  body: resendOrderMailInput,
  responses: { 202: z.object({ status: z.literal('queued') }) },
  problems: ['mail-not-found'],
  limit: 'admin',
  idempotency: 'honoured',
  example: { mailId: 'mail_019a5c3be0007000800000000000000a' },
});
