import { z } from 'zod';

/** The methods of the built-in test provider, each named after what happens. */
export const TEST_METHODS = ['test_ok', 'test_declined', 'test_timeout'] as const;

export const payOrderInput = z.object({
  token: z.string().min(1).max(200),
  method: z.enum(TEST_METHODS),
});

export type PayOrderInput = z.output<typeof payOrderInput>;
