import { createMemoryCache } from '@/lib/platform/cache';
import { readTopics } from './internal/read-topics';

/** What has a version of its own: lists that a screen may show, and that others may change meanwhile. */
export const TOPICS = ['orders', 'stock', 'imports', 'reports', 'mails', 'changes'] as const;

export type Pulse = { readonly topics: Readonly<Record<(typeof TOPICS)[number], string>> };

const KEPT_MS = 1_000;
const memory = createMemoryCache(1);

/**
 * A version of each topic: another word whenever something of it has changed, in a second at most. One statement of index
 * ends and counters, however large the shop is, and one a second and instance, however many screens ask. `changes` is
 * everything that the audit log tells of.
 */
export function getPulse(): Promise<Pulse> {
  return memory.cached('pulse', KEPT_MS, async () => {
    const row = await readTopics();
    return {
      topics: Object.fromEntries(TOPICS.map((topic) => [topic, row?.[topic] ?? ''])) as Pulse['topics'],
    };
  });
}
