import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { health } from './shapes';

const tag = 'Shop';

export const getHealth = defineOperation({
  id: 'getHealth',
  method: 'GET',
  path: '/api/health',
  tag,
  summary: 'See whether the shop is well',
  description: '200 as long as the process serves; degraded when a part that it needs is down.',
  actor: 'public',
  responses: { 200: health },
  problems: [],
  limit: null,
  idempotency: 'none',
});

export const getOpenApi = defineOperation({
  id: 'getOpenApi',
  method: 'GET',
  path: '/api/openapi.json',
  tag,
  summary: 'Read this contract as OpenAPI 3.1',
  actor: 'public',
  responses: { 200: z.looseObject({ openapi: z.string() }) },
  problems: [],
  limit: null,
  idempotency: 'none',
  cacheControl: 'public, max-age=300',
});
