import { query } from '@/db/client';
import { fromUuid } from '@/lib/kernel/ids';
import type { Source } from '../source';
import { countIds, idsOfScope, walkIds } from '../walk-ids';
import { REFUNDED_AT, STATUS_AT } from './as-of';

type Row = {
  id: string;
  number: string;
  created_ms: string;
  paid_ms: string | null;
  status: string;
  email: string | null;
  country: string | null;
  units: string;
  currency: string;
  shipping_method: string | null;
  discount_code: string | null;
  amounts: string;
};

const PLACED = `o.created_at >= $2::timestamptz and o.created_at < $3::timestamptz and o.created_at <= $1::timestamptz`;

/** A row an order that was placed in these days, in the order of their ids. */
export const orders: Source = {
  chart: {
    kind: 'days',
    title: 'What orders came to, by the day on which they were placed',
    label: 'placed_at',
    value: 'total',
  },
  columns: [
    { key: 'order', kind: 'text', width: 38, isOffPaper: true },
    { key: 'number', kind: 'count', width: 10 },
    { key: 'placed_at', kind: 'time', width: 26 },
    { key: 'status', kind: 'text', width: 19 },
    { key: 'email', kind: 'text', width: 30 },
    { key: 'country', kind: 'text', width: 8, isOffPaper: true },
    { key: 'units', kind: 'count', width: 7, isSummed: true },
    { key: 'currency', kind: 'text', width: 9 },
    { key: 'subtotal', kind: 'money', width: 12, isSummed: true },
    { key: 'discount', kind: 'money', width: 12, isSummed: true },
    { key: 'shipping', kind: 'money', width: 12, isSummed: true },
    { key: 'tax', kind: 'money', width: 12, isSummed: true },
    { key: 'tax_included', kind: 'money', width: 12, isSummed: true, isOffPaper: true },
    { key: 'total', kind: 'money', width: 12, isSummed: true },
    { key: 'refunded', kind: 'money', width: 12, isSummed: true },
    { key: 'shipping_method', kind: 'text', width: 16, isOffPaper: true },
    { key: 'discount_code', kind: 'text', width: 16, isOffPaper: true },
    { key: 'paid_at', kind: 'time', width: 26, isOffPaper: true },
  ],
  gatherings: [],
  countRows: (scope) => countIds(idsOfScope('orders', scope, 0)),
  page: async (scope, cursor, size) => {
    const ids = idsOfScope('orders', scope, 0);
    const after = cursor ?? ids.after;
    const { read, last } = await walkIds(ids, after, size);
    if (last === null) return { rows: [], read: 0, next: null };
    const found = await query<Row>(
      'report_orders',
      `select o.id::text, o.number::text, (extract(epoch from o.created_at) * 1000)::float8::text as created_ms,
         case when o.paid_at <= $1::timestamptz then (extract(epoch from o.paid_at) * 1000)::float8::text end as paid_ms,
         ${STATUS_AT} as status, c.email, c.shipping_address ->> 'country' as country,
         (select coalesce(sum(l.quantity), 0) from order_lines l where l.order_id = o.id)::text as units,
         o.currency, o.shipping_method, o.discount_code,
         json_build_array(o.total_minor + o.discount_minor - o.shipping_minor - o.tax_minor, o.discount_minor,
           o.shipping_minor, o.tax_minor, o.tax_included_minor, o.total_minor, back.refunded)::text as amounts
       from orders o
       left join order_contacts c on c.order_id = o.id
       cross join lateral (select ${REFUNDED_AT} as refunded offset 0) back
       where o.id > $4::uuid and o.id <= $5::uuid and ${PLACED}
       order by o.id`,
      [scope.asOf.text, scope.starts.text, scope.ends.text, after, last],
    );
    const rows = found.map((row) => ({
      currency: row.currency,
      values: [
        fromUuid('ord', row.id),
        Number(row.number),
        Number(row.created_ms),
        row.status,
        row.email,
        row.country,
        Number(row.units),
        row.currency,
        ...(JSON.parse(row.amounts) as number[]),
        row.shipping_method,
        row.discount_code,
        row.paid_ms === null ? null : Number(row.paid_ms),
      ],
    }));
    return { rows, read, next: read < size ? null : last };
  },
};
