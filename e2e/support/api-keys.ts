import type { z } from 'zod';
import { callAsOwner, read } from './client';
import { freshWord } from './fresh';
import { newApiKeyShape, type Role } from './shapes';

/** Makes an API key with a role; its secret is in `key`. */
export async function makeApiKey(role: Role): Promise<z.infer<typeof newApiKeyShape>> {
  const json = { name: `contract ${freshWord()}`, role };
  return read(await callAsOwner('POST', '/api/admin/api-keys', { json }), 201, newApiKeyShape);
}
