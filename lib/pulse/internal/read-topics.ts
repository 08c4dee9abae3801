import { query } from '@/db/client';

type Versions = Record<'orders' | 'stock' | 'imports' | 'reports' | 'mails' | 'changes', string | null>;

/** What each topic has come to, as index ends and counters: one statement. */
export async function readTopics(): Promise<Versions | undefined> {
  // Of what moves by itself, all that a first page shows: many may be under way at once.
  // A sequence's last value is where the ledger and the histories end: their largest ids have no index of their own.
  const [row] = await query<Versions>(
    'get_pulse',
    `select
       (select id::text from orders order by orders.id desc limit 1)
         || '.' || pg_sequence_last_value(pg_get_serial_sequence('order_events', 'id')) as orders,
       concat_ws('.', pg_sequence_last_value(pg_get_serial_sequence('stock_movements', 'id')),
         (select id::text || status from book_checks order by id desc limit 1),
         (select id::text || status || applied from stock_takes order by id desc limit 1)) as stock,
       (select md5(string_agg(id::text || '.' || status || '.' || done, ',' order by id desc))
        from (select id, status, done from imports order by id desc limit 25) as latest) as imports,
       (select md5(string_agg(id::text || '.' || status || '.' || done, ',' order by id desc))
        from (select id, status, done from reports order by id desc limit 25) as latest) as reports,
       (select id::text || '.' || status from mails order by id desc limit 1) as mails,
       (select id::text from audit_log order by audit_log.id desc limit 1) as changes`,
    [],
  );
  return row;
}
