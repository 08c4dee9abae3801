/**
 * What an order (`o`) was at a moment ($1, timestamptz), read from what never changes: when it was paid, closed and sent, and which
 * refunds had succeeded. Whether it may have been sent or refunded is asked of its present status first, as most were not.
 */

/** What had gone back of the payment that paid for it. Money that came when there was nothing to pay for never counted. */
export const REFUNDED_AT = `case when o.status in ('refunded', 'partially_refunded', 'cancelled') then (
    select coalesce(sum(r.amount_minor), 0) from refunds r join payments pay on pay.id = r.payment_id
    where r.order_id = o.id and r.status = 'succeeded' and r.settled_at <= $1::timestamptz and pay.status = 'succeeded'
  ) else 0 end`;

const SENT = `o.status <> 'paid' and exists (
    select from order_events e where e.order_id = o.id and e.kind = 'fulfilled' and e.created_at <= $1::timestamptz)`;

/** Needs `refunded` beside it: {@link REFUNDED_AT}. */
export const STATUS_AT = `case
    when o.status in ('cancelled', 'expired') and o.closed_at <= $1::timestamptz then o.status::text
    when o.paid_at <= $1::timestamptz then case
      when back.refunded > 0 and back.refunded >= o.total_minor then 'refunded'
      when back.refunded > 0 then 'partially_refunded'
      when ${SENT} then 'fulfilled'
      else 'paid' end
    when o.expires_at <= $1::timestamptz and o.payment_status not in ('processing', 'in-doubt') then 'expired'
    else 'pending' end`;
