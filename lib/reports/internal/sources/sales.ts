import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../scope';
import type { Source } from '../source';
import { overPaidOrders, overRefunds } from './sold';
import { addSums, readSums } from './sums';

/** The key of a day and a currency: `2026-11-27 USD`. */
const keyOf = ({ timeZone }: Scope, moment: SQL, currency: SQL) =>
  sql`to_char(${moment} at time zone ${timeZone}, 'YYYY-MM-DD') || ' ' || ${currency}`;

/** A row a day of the shop's zone and currency on which something was sold or went back: orders by when they were paid. */
export const sales: Source = {
  chart: { kind: 'days', title: 'What buyers paid, by day', label: 'day', value: 'total' },
  columns: [
    { key: 'day', kind: 'text', width: 12 },
    { key: 'currency', kind: 'text', width: 9 },
    { key: 'orders', kind: 'count', width: 8, isSummed: true },
    { key: 'units', kind: 'count', width: 8, isSummed: true },
    { key: 'gross', kind: 'money', width: 14, isSummed: true },
    { key: 'discounts', kind: 'money', width: 14, isSummed: true },
    { key: 'shipping', kind: 'money', width: 14, isSummed: true },
    { key: 'tax', kind: 'money', width: 14, isSummed: true },
    { key: 'refunds', kind: 'money', width: 14, isSummed: true },
    { key: 'net', kind: 'money', width: 14, isSummed: true },
    { key: 'total', kind: 'money', width: 14, isSummed: true },
  ],
  gatherings: [
    ...overPaidOrders((scope, paidOrders) =>
      addSums(
        scope,
        sql`select ${keyOf(scope, sql`o.paid_at`, sql`o.currency`)},
              array[count(*), sum(o.units), sum(o.total_minor + o.discount_minor - o.shipping_minor - o.tax_minor),
                sum(o.discount_minor), sum(o.shipping_minor), sum(o.tax_minor), 0, sum(o.total_minor)]::bigint[]
            from (
              select o.*, (select sum(l.quantity) from order_lines l where l.order_id = o.id) as units from ${paidOrders}
            ) o group by 1`,
      ),
    ),
    overRefunds((scope, refunds) =>
      addSums(
        scope,
        sql`select ${keyOf(scope, sql`r.settled_at`, sql`r.currency`)},
              array[0, 0, 0, 0, 0, 0, sum(r.amount_minor), 0]::bigint[] from ${refunds} group by 1`,
      ),
    ),
  ],
  // What was gathered is a few rows a day, which nobody waits for.
  countRows: async () => 0,
  page: async (scope, cursor, size) => {
    const found = await readSums(scope, cursor ?? '', size);
    const rows = found.map(({ key, sums }) => {
      const [day = '', currency = ''] = key.split(' ');
      const [count = 0, units = 0, gross = 0, discounts = 0, shipping = 0, tax = 0, refunds = 0, total = 0] =
        sums;
      const net = total - refunds;
      return {
        currency,
        values: [day, currency, count, units, gross, discounts, shipping, tax, refunds, net, total],
      };
    });
    return { rows, read: 0, next: found.length < size ? null : (found.at(-1)?.key ?? null) };
  },
};
