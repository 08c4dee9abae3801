import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { importProductsInput, listImportsInput } from '@/lib/imports/input';
import { IMPORT_STATUSES, MAX_IMPORT_BYTES } from '@/lib/imports/model';
import { idSchema } from '@/lib/kernel/schemas';
import { pathId } from './path-id';
import { pageOf } from './shapes';

const count = z.int().min(0);
const instant = z.string().meta({ format: 'date-time', examples: ['2026-11-27T09:00:00.000Z'] });
const message = z.object({ line: z.int().min(1), message: z.string() });

const summary = {
  id: idSchema('imp'),
  fileName: z.string(),
  status: z.enum(IMPORT_STATUSES),
  progress: z.object({ done: count, total: count }).describe('In products; 0 of 0 until the file is read.'),
  created: count,
  updated: count,
  skipped: count,
  errorCount: count,
  noteCount: count,
  createdAt: instant,
  finishedAt: instant.nullable(),
};

const importSummary = z.object(summary).meta({ id: 'ImportSummary' });
const importShape = z
  .object({
    ...summary,
    errors: z.array(message).describe('What was not imported, by line of the file; the first 1,000.'),
    notes: z.array(message).describe('What was imported, but not quite as it stands in the file.'),
  })
  .meta({ id: 'Import' });

export const importProducts = defineOperation({
  id: 'importProducts',
  method: 'POST',
  path: '/api/admin/imports/products',
  tag: 'Imports',
  summary: 'Import a product CSV',
  description:
    'The file is the body: the product CSV that Shopify exports, of up to 25 MiB. It waits its turn and is imported by a job; read the import to see how far it is. A handle is a product: one that the shop has is updated.',
  actor: { permission: 'imports:write' },
  query: importProductsInput,
  upload: { mediaTypes: ['text/csv'], maxBytes: MAX_IMPORT_BYTES },
  responses: { 202: z.object({ id: idSchema('imp'), status: z.literal('queued') }) },
  problems: [],
  limit: 'admin',
  // What was received is read back and hashed before it counts.
  timeoutMs: 25_000,
  idempotency: 'honoured',
  example:
    'Handle,Title,Variant Price,Variant Inventory Tracker,Variant Inventory Qty\nlast-ferry,Last Ferry,40.00,shopify,50\n',
});

export const listImports = defineOperation({
  id: 'listImports',
  method: 'GET',
  path: '/api/admin/imports',
  tag: 'Imports',
  summary: 'List imports, newest first',
  actor: { permission: 'imports:read' },
  query: listImportsInput,
  responses: { 200: pageOf(importSummary) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const getImport = defineOperation({
  id: 'getImport',
  method: 'GET',
  path: '/api/admin/imports/{id}',
  tag: 'Imports',
  summary: 'See how an import stands',
  actor: { permission: 'imports:read' },
  params: { id: pathId('imp', 'import-not-found', 'The import.') },
  responses: { 200: importShape },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});
