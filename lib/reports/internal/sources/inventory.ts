import { type SQL, sql } from 'drizzle-orm';
import { query } from '@/db/client';
import { DAY_MS, type Scope, uuidAt } from '../scope';
import type { Gathering, Source } from '../source';
import { overPaidOrders } from './sold';
import { addSums } from './sums';

/** An unpaid order is over after a day at most, unless its payment is in doubt for longer. */
const UNPAID_FOR_DAYS = 35;

const addUnits = (scope: Scope, units: SQL, orders: SQL, places: SQL) =>
  addSums(
    scope,
    sql`select l.variant_id::text, ${units} from (select o.* from ${orders}) o
        join order_lines l on l.order_id = o.id ${places} group by 1`,
  );

/** Units that unpaid orders had claimed, apart by whether their time was over: those were free again, released or not. */
const held: Gathering = {
  ids: ({ asOf }) => ({
    table: 'orders',
    after: uuidAt(asOf.ms - UNPAID_FOR_DAYS * DAY_MS),
    before: uuidAt(asOf.ms + DAY_MS),
  }),
  add: (scope, after, last) => {
    const asOf = sql`${scope.asOf.text}::timestamptz`;
    const isOver = sql`o.expires_at <= ${asOf} and o.payment_status not in ('processing', 'in-doubt')`;
    return addUnits(
      scope,
      sql`array[0, coalesce(sum(l.quantity) filter (where not (${isOver})), 0),
            coalesce(sum(l.quantity) filter (where ${isOver}), 0)]::bigint[]`,
      sql`orders o where o.id > ${after}::uuid and o.id <= ${last}::uuid and o.created_at <= ${asOf}
            and (o.closed_at is null or o.closed_at > ${asOf})
            and (o.paid_at is null or (o.paid_at > ${asOf} and not exists (
              select from order_events e where e.order_id = o.id and e.kind = 'expired' and e.created_at <= ${asOf})))`,
      sql`where l.claims is not null`,
    );
  },
};

type Row = {
  id: string;
  sku: string;
  product: string;
  variant: string;
  available: number | null;
  sums: string | null;
  price: string | null;
};

/** A row a variant: what was free and held at the moment of asking, and what was sold in these days. */
export const inventory: Source = {
  chart: { kind: 'top', title: 'Most units sold in these days', label: 'title', value: 'sold' },
  columns: [
    { key: 'variant', kind: 'text', width: 38, isOffPaper: true },
    { key: 'sku', kind: 'text', width: 20 },
    { key: 'title', kind: 'text', width: 40 },
    { key: 'available', kind: 'count', width: 10, isSummed: true },
    { key: 'held', kind: 'count', width: 8, isSummed: true },
    { key: 'sold', kind: 'count', width: 8, isSummed: true },
    { key: 'price', kind: 'money', width: 12 },
    { key: 'currency', kind: 'text', width: 9 },
  ],
  gatherings: [
    ...overPaidOrders((scope, paidOrders) =>
      addUnits(scope, sql`array[sum(l.quantity), 0, 0]::bigint[]`, paidOrders, sql``),
    ),
    held,
  ],
  countRows: async () => {
    const [row] = await query<{ count: number }>(
      'count_variants',
      'select count(*)::int as count from variants',
      [],
    );
    return row?.count ?? 0;
  },
  page: async (scope, cursor, size) => {
    const found = await query<Row>(
      'report_inventory',
      `select v.id::text, v.sku, p.title as product, v.title as variant,
         case when i.counted is not false then
           coalesce((select sum(available) from stock_lanes s where s.variant_id = v.id), 0)::int
           - coalesce((select sum(m.delta) from stock_movements m
                       where m.variant_id = v.id and m.created_at > $4::timestamptz), 0)::int
           + coalesce(g.sums[3], 0)::int end as available,
         to_json(g.sums)::text as sums, pr.price_minor::text as price
       from (
         select * from variants v
         where v.id > $2::uuid
           and (v.archived_at is null or exists (select from report_sums where report_id = $1::uuid and key = v.id::text))
         order by v.id limit $3::int
       ) v
       join products p on p.id = v.product_id
       left join stock_items i on i.variant_id = v.id
       left join report_sums g on g.report_id = $1::uuid and g.key = v.id::text
       left join prices pr on pr.variant_id = v.id and pr.currency = $5
       order by v.id`,
      [scope.reportId, cursor ?? uuidAt(0), size, scope.asOf.text, scope.currency],
    );
    const rows = found.map((row) => {
      const [sold = 0, heldUnits = 0] = row.sums === null ? [] : (JSON.parse(row.sums) as number[]);
      const title = [row.product, row.variant]
        .filter((part) => part !== '' && part !== 'Default Title')
        .join(' · ');
      return {
        currency: scope.currency,
        values: [
          `var_${row.id.replaceAll('-', '')}`,
          row.sku,
          title,
          row.available,
          heldUnits,
          sold,
          row.price === null ? null : Number(row.price),
          scope.currency,
        ],
      };
    });
    return { rows, read: rows.length, next: found.length < size ? null : (found.at(-1)?.id ?? null) };
  },
};
