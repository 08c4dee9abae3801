import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../scope';
import type { Gathering } from '../source';
import { idsOfScope } from '../walk-ids';

/** How long after it was begun a payment may succeed, or a refund, and still be found. Providers take weeks at most. */
const SETTLED_WITHIN_DAYS = 400;

/** Whether a moment lies in the days of the report, and had come when it was asked for. */
export const isInScope = (moment: SQL, { starts, ends, asOf }: Scope): SQL =>
  sql`${moment} >= ${starts.text}::timestamptz and ${moment} < ${ends.text}::timestamptz
    and ${moment} <= ${asOf.text}::timestamptz`;

/**
 * Two walks that together meet every order paid in the days of the report once: the payments that succeeded, and the orders that
 * cost nothing. `add` makes the statement from what selects those orders as `o`.
 */
export function overPaidOrders(add: (scope: Scope, paidOrders: SQL) => SQL): readonly Gathering[] {
  return [
    {
      ids: (scope) => idsOfScope('payments', scope, SETTLED_WITHIN_DAYS),
      add: (scope, after, last) =>
        add(
          scope,
          sql`payments pay join orders o on o.id = pay.order_id
            where pay.id > ${after}::uuid and pay.id <= ${last}::uuid and pay.status = 'succeeded'
              and ${isInScope(sql`pay.settled_at`, scope)}`,
        ),
    },
    {
      ids: (scope) => idsOfScope('orders', scope, 0),
      add: (scope, after, last) =>
        add(
          scope,
          sql`orders o
            where o.id > ${after}::uuid and o.id <= ${last}::uuid and o.total_minor = 0
              and ${isInScope(sql`o.paid_at`, scope)}`,
        ),
    },
  ];
}

/** One walk over the refunds that succeeded in the days of the report, as `r`, with the payment that they are of as `pay`. */
export function overRefunds(add: (scope: Scope, refunds: SQL) => SQL): Gathering {
  return {
    ids: (scope) => idsOfScope('refunds', scope, SETTLED_WITHIN_DAYS),
    add: (scope, after, last) =>
      add(
        scope,
        // Money that came when there was nothing to pay for was never taken for a sale.
        sql`refunds r join payments pay on pay.id = r.payment_id and pay.status = 'succeeded'
          where r.id > ${after}::uuid and r.id <= ${last}::uuid and r.status = 'succeeded'
            and ${isInScope(sql`r.settled_at`, scope)}`,
      ),
  };
}
