import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { TOPICS } from '@/lib/pulse/get-pulse';

export const getPulse = defineOperation({
  id: 'getPulse',
  method: 'GET',
  path: '/api/admin/pulse',
  tag: 'Pulse',
  summary: 'See which topics have changed since',
  description:
    'A version of each topic: compare it with the one before and ask anew for what is another. Cheap enough to be asked every few seconds.',
  actor: { permission: 'orders:read' },
  responses: { 200: z.object({ topics: z.record(z.enum(TOPICS), z.string()) }) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});
