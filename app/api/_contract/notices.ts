import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { chooseNoticeInput } from '@/lib/notifications/input';
import { NOTICE_KINDS } from '@/lib/notifications/model';

const choices = z.object({
  items: z.array(z.object({ kind: z.enum(NOTICE_KINDS), wanted: z.boolean() })),
});

export const listNotices = defineOperation({
  id: 'listNotices',
  method: 'GET',
  path: '/api/admin/notices',
  tag: 'Notices',
  summary: 'See which notices you get by mail',
  description: 'Of those about what your role may see. An API key has no mailbox, and gets none.',
  actor: { permission: 'orders:read' },
  responses: { 200: choices },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const chooseNotice = defineOperation({
  id: 'chooseNotice',
  method: 'PUT',
  path: '/api/admin/notices',
  tag: 'Notices',
  summary: 'Choose whether you get a notice by mail',
  description:
    'For yourself, whatever your role; only of what it may see. Owners get all of them until they choose.',
  actor: { permission: 'orders:read' },
  body: chooseNoticeInput,
  responses: { 200: choices },
  problems: ['forbidden'],
  limit: 'admin',
  idempotency: 'none',
  example: { kind: 'low-stock', wanted: true },
});
