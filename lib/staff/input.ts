import { z } from 'zod';
import { line, pageQuery } from '@/lib/kernel/schemas';
import { ROLES } from './permissions';

/** What `POST /api/admin/api-keys` takes. */
export const createApiKeyInput = z.object({ name: line(100), role: z.enum(ROLES) });

export type CreateApiKeyInput = z.output<typeof createApiKeyInput>;

export const listApiKeysInput = z.object(pageQuery);

export type ListApiKeysInput = z.output<typeof listApiKeysInput>;
