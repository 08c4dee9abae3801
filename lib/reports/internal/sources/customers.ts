import { query } from '@/db/client';
import type { Source } from '../source';
import { REFUNDED_AT } from './as-of';

type Row = {
  email: string;
  currency: string;
  orders: number;
  spent: string;
  refunded: string;
  first_ms: string;
  last_ms: string;
};

/**
 * A row an e-mail address and currency, of the orders that were paid in these days. Walks the index of addresses, so that an
 * address is one range of it however many orders it has, and nothing is sorted. Addresses of people who were erased are not told.
 */
export const customers: Source = {
  chart: { kind: 'top', title: 'Who spent most in these days', label: 'email', value: 'spent' },
  columns: [
    { key: 'email', kind: 'text', width: 32 },
    { key: 'currency', kind: 'text', width: 9 },
    { key: 'orders', kind: 'count', width: 8, isSummed: true },
    { key: 'spent', kind: 'money', width: 14, isSummed: true },
    { key: 'refunded', kind: 'money', width: 14, isSummed: true },
    { key: 'first_order', kind: 'time', width: 26 },
    { key: 'last_order', kind: 'time', width: 26 },
  ],
  gatherings: [],
  countRows: async () => {
    const [row] = await query<{ count: number }>(
      'count_order_contacts',
      'select count(*)::int as count from order_contacts',
      [],
    );
    return row?.count ?? 0;
  },
  page: async (scope, cursor, size) => {
    const [bound] = await query<{ read: number; last: string | null }>(
      'report_addresses',
      `with page as materialized (
         select lower(email) as address from order_contacts where lower(email) ~>~ $1
         order by lower(email) using ~<~ limit $2::int
       )
       select (select count(*)::int from page) as read,
              (select address from page order by address using ~>~ limit 1) as last`,
      [cursor ?? '', size],
    );
    if (bound === undefined || bound.last === null) return { rows: [], read: 0, next: null };
    const found = await query<Row>(
      // Planned with its values: without them any range of addresses counts as a two-hundredth of all, and all orders were read.
      '',
      `select lower(c.email) as email, o.currency, count(*)::int as orders, sum(o.total_minor)::text as spent,
         sum(back.refunded)::text as refunded,
         (extract(epoch from min(o.created_at)) * 1000)::float8::text as first_ms,
         (extract(epoch from max(o.created_at)) * 1000)::float8::text as last_ms
       from order_contacts c
       join orders o on o.id = c.order_id
       cross join lateral (select ${REFUNDED_AT} as refunded offset 0) back
       where lower(c.email) ~>~ $4 and lower(c.email) ~<=~ $5
         and o.paid_at >= $2::timestamptz and o.paid_at < $3::timestamptz and o.paid_at <= $1::timestamptz
       group by 1, 2 order by 1 using ~<~, 2`,
      [scope.asOf.text, scope.starts.text, scope.ends.text, cursor ?? '', bound.last],
    );
    const rows = found.map((row) => ({
      currency: row.currency,
      values: [
        row.email,
        row.currency,
        row.orders,
        Number(row.spent),
        Number(row.refunded),
        Number(row.first_ms),
        Number(row.last_ms),
      ],
    }));
    return { rows, read: bound.read, next: bound.read < size ? null : bound.last };
  },
};
