import { z } from 'zod';

/** What `PUT /api/carts/{id}/lines/{variantId}` takes: how many; 0 removes the line. */
export const setCartLineInput = z.object({ quantity: z.int().min(0).max(99) });

export type SetCartLineInput = z.output<typeof setCartLineInput>;
