import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { createApiKeyInput, listApiKeysInput } from '@/lib/staff/input';
import { pathId } from './path-id';
import { apiKey, newApiKey, pageOf } from './shapes';

export const listApiKeys = defineOperation({
  id: 'listApiKeys',
  method: 'GET',
  path: '/api/admin/api-keys',
  tag: 'API keys',
  summary: 'List API keys',
  actor: { permission: 'api-keys:manage' },
  query: listApiKeysInput,
  responses: { 200: pageOf(apiKey) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const createApiKey = defineOperation({
  id: 'createApiKey',
  method: 'POST',
  path: '/api/admin/api-keys',
  tag: 'API keys',
  summary: 'Make an API key',
  actor: { permission: 'api-keys:manage' },
  body: createApiKeyInput,
  responses: { 201: newApiKey },
  problems: [],
  limit: 'admin',
  idempotency: 'secret',
  example: { name: 'Warehouse', role: 'manager' },
});

export const revokeApiKey = defineOperation({
  id: 'revokeApiKey',
  method: 'DELETE',
  path: '/api/admin/api-keys/{id}',
  tag: 'API keys',
  summary: 'Revoke an API key',
  description: 'It is refused everywhere within 2 seconds.',
  actor: { permission: 'api-keys:manage' },
  params: { id: pathId('key', 'api-key-not-found', 'The key’s id.') },
  responses: { 204: z.undefined() },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});
