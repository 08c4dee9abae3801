import { type CustomerId, newId, newOrderId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { demoCodes, type PlannedOrder, type PlannedYear } from './plan-year';

const iso = (ms: number): string => new Date(ms).toISOString();
/** Half an account's owners would be many for a shop this size. */
const ACCOUNT_SHARE = 5;

/** What the first of the history's statements reads: one JSON document each. */
export type HistoryRows = { orders: string; customers: string; releases: string; codes: string };

/** The planned year as rows for `jsonb_to_recordset`: ids that sort by time, moments, and whose account it is. */
export function historyRows(year: PlannedYear, nowMs: number): HistoryRows {
  const firstAt = new Map<number, number>();
  for (const { person, atMs } of year.orders) if (!firstAt.has(person)) firstAt.set(person, atMs);
  const accounts = new Map<number, CustomerId>();
  for (const [person, atMs] of firstAt)
    if (person % ACCOUNT_SHARE === 0) accounts.set(person, newId('cust', atMs - 90_000));
  return {
    orders: JSON.stringify(year.orders.map((order, n) => orderRow(order, n, year, accounts))),
    customers: JSON.stringify(
      [...accounts].map(([person, id]) => ({
        id: toUuid(id),
        email: year.people[person]?.email,
        name: year.people[person]?.address.name,
        at: iso((firstAt.get(person) ?? nowMs) - 90_000),
      })),
    ),
    releases: JSON.stringify(
      [...year.launches].map(([variantId, daysAgo]) => ({
        variant_id: toUuid(variantId as VariantId),
        at: iso(nowMs - daysAgo * 86_400_000 - 3_600_000),
      })),
    ),
    codes: JSON.stringify([
      {
        id: toUuid(newId('disc')),
        code: demoCodes.first,
        kind: 'percentage',
        rate_ppm: 100_000,
        per_customer: 1,
      },
      {
        id: toUuid(newId('disc')),
        code: demoCodes.shipping,
        kind: 'free_shipping',
        rate_ppm: null,
        per_customer: null,
      },
    ]),
  };
}

function orderRow(
  order: PlannedOrder,
  n: number,
  { people }: PlannedYear,
  accounts: ReadonlyMap<number, CustomerId>,
): object {
  const person = people[order.person];
  const paidMs = order.atMs + order.paidAfterSeconds * 1000;
  const isPaid = order.fate !== 'expired' && order.fate !== 'abandoned';
  const account = accounts.get(order.person);
  return {
    n,
    id: toUuid(newOrderId(0, order.atMs)),
    payment_id: toUuid(newId('pay', paidMs - 2_000)),
    refund_id: toUuid(newId('ref', paidMs)),
    customer_id: account === undefined ? null : toUuid(account),
    email: person?.email,
    address: person?.address,
    currency: person?.place.currency,
    lines: order.lines.map(({ variantId, quantity }) => ({
      variantId: toUuid(variantId as VariantId),
      quantity,
    })),
    method: order.method,
    code: order.code,
    fate: order.fate,
    declined_first: order.declinedFirst,
    at: iso(order.atMs),
    paid_at: isPaid ? iso(paidMs) : null,
    done_at: iso(Math.max(paidMs + 60_000, order.atMs + order.doneAfterHours * 3_600_000)),
  };
}
