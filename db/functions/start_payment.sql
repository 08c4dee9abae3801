-- start_payment({ orderId, paymentId, provider, method, extendSeconds, abandonedAfterSeconds?, fence? })
--
-- Opens an attempt to take the money for an order whose hold is live, and extends the hold once. Answers { outcome }:
--   started { amount, currency }   the caller, and nobody else, may now ask the provider
--   already-paid | payment-in-progress | invalid-transition | order-not-found
--   stale                          the caller has lost the lock of this order's payment; nothing was changed
-- One conditional update decides; whoever comes second sees the row as the first left it.
create or replace function start_payment(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_order orders%rowtype;
begin
  if not accept_fence(p -> 'fence') then
    return jsonb_build_object('outcome', 'stale');
  end if;

  update orders
  set payment_status = 'processing',
      expires_at = case when hold_extended = 0
        then greatest(expires_at, date_trunc('milliseconds', now()) + make_interval(secs => (p ->> 'extendSeconds')::int))
        else expires_at end,
      hold_extended = 1
  where id = (p ->> 'orderId')::uuid and status = 'pending' and expires_at > now()
    and payment_status in ('none', 'declined')
  returning * into v_order;

  if found then
    insert into payments (id, order_id, provider, method, amount_minor, currency, status, ask_at)
    values ((p ->> 'paymentId')::uuid, v_order.id, p ->> 'provider', p ->> 'method', v_order.total_minor,
            v_order.currency, 'processing',
            now() + make_interval(secs => coalesce((p ->> 'abandonedAfterSeconds')::int, 30)));
    insert into order_events (order_id, kind, data, actor)
    values (v_order.id, 'payment-started', jsonb_build_object('method', p ->> 'method'), 'buyer');
    return jsonb_build_object('outcome', 'started', 'amount', v_order.total_minor, 'currency', v_order.currency);
  end if;

  select * into v_order from orders where id = (p ->> 'orderId')::uuid;
  return jsonb_build_object('outcome', case
    when v_order.id is null then 'order-not-found'
    when v_order.status in ('paid', 'fulfilled', 'partially_refunded') then 'already-paid'
    when v_order.status = 'pending' and v_order.payment_status in ('processing', 'in-doubt') then 'payment-in-progress'
    else 'invalid-transition' end);
end
$$;
