import { z } from 'zod';
import { currencySchema } from '@/lib/kernel/schemas';

const currency = currencySchema
  .nullish()
  .transform((code) => code ?? undefined)
  .describe('One that the shop sells in; its own when absent.');

/** What `POST /api/carts` takes; nothing is fine. */
export const createCartInput = z.object({ currency }).prefault({});

/** What `PATCH /api/carts/{id}` takes. */
export const changeCartInput = z.object({ currency });

/** What `PUT /api/carts/{id}/lines/{variantId}` takes: how many; 0 removes the line. */
export const setCartLineInput = z.object({ quantity: z.int().min(0).max(99) });

export type SetCartLineInput = z.output<typeof setCartLineInput>;
