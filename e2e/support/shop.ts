import { z } from 'zod';

const environment = z.object({
  url: z.url().transform((url) => url.replace(/\/+$/, '')),
  host: z.enum(['edge', 'next']),
  ownerKey: z.string().min(1),
  stack: z.record(z.string(), z.string()),
  stackDir: z.string(),
  peers: z.array(z.url()),
  holdSeconds: z.number().int().positive(),
  rateLimited: z.boolean(),
  long: z.boolean(),
});

/**
 * The running shop that the black-box tests address: where it listens, on which host, and what they may know of its
 * stack (its environment, and STACK_DIR, where state.json names its processes; empty when not told).
 */
export type Shop = z.infer<typeof environment>;

const read = (name: string) => process.env[name] ?? '';

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * Reads CONTRACT_* and STACK_DIR (BASE_URL serves as the address in browser runs).
 * Throws one sentence a wrong variable, so that a run without a shop says what is missing.
 */
function readShop(): Shop {
  const result = environment.safeParse({
    url: read('CONTRACT_URL') || read('BASE_URL'),
    host: read('CONTRACT_HOST') || 'edge',
    ownerKey: read('CONTRACT_OWNER_KEY'),
    stack: JSON.parse(read('CONTRACT_ENV') || '{}'),
    stackDir: read('STACK_DIR'),
    peers: splitList(read('CONTRACT_PEER_URLS')),
    holdSeconds: Number(read('CONTRACT_HOLD_SECONDS') || 600),
    rateLimited: read('CONTRACT_RATE_LIMIT') === 'on',
    long: read('LONG') === '1',
  });
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(
    `The contract tests need CONTRACT_URL and CONTRACT_OWNER_KEY of a running shop: ${wrong.join('; ')}`,
  );
}

export const shop = readShop();
