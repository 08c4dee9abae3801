import { query } from '@/db/client';
import { createMemoryCache } from '@/lib/platform/cache';

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
    // A sequence's last value is where the ledger and the histories end: their largest ids have no index of their own.
    const [row] = await query<Record<(typeof TOPICS)[number], string | null>>(
      'get_pulse',
      `select
         (select id::text from orders order by orders.id desc limit 1)
           || '.' || pg_sequence_last_value(pg_get_serial_sequence('order_events', 'id')) as orders,
         concat_ws('.', pg_sequence_last_value(pg_get_serial_sequence('stock_movements', 'id')),
           (select id::text || status from book_checks order by id desc limit 1),
           (select id::text || status || applied from stock_takes order by id desc limit 1)) as stock,
         (select string_agg(id::text || '.' || status || '.' || done, ',' order by id desc)
          from (select id, status, done from imports order by id desc limit 5) as latest) as imports,
         (select string_agg(id::text || '.' || status || '.' || done, ',' order by id desc)
          from (select id, status, done from reports order by id desc limit 5) as latest) as reports,
         (select id::text || '.' || status from mails order by id desc limit 1) as mails,
         (select id::text from audit_log order by audit_log.id desc limit 1) as changes`,
      [],
    );
    return {
      topics: Object.fromEntries(TOPICS.map((topic) => [topic, row?.[topic] ?? ''])) as Pulse['topics'],
    };
  });
}
