import { z } from 'zod';
import { pageQuery, queryText } from '@/lib/kernel/schemas';

/** What `POST /api/admin/imports/products` takes beside the file. */
export const importProductsInput = z.object({
  name: queryText(255).describe('What the file is called, for the list of imports and the stock ledger.'),
});

export const listImportsInput = z.object(pageQuery);
