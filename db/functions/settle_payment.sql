-- settle_payment({ paymentId, result: succeeded | declined | in-doubt, reference?, reason?, fence? })
--
-- The one way in which an attempt moves, whoever learned of it: the browser's call, the provider's webhook or settlement.
-- May be called twice, from several places at once, in any order. That money was taken is the last word, also after a
-- decline: it pays for the order if the order can have it, and goes back by itself if not.
--   in-doubt    keeps the hold until the provider was asked
--   declined    gives the buyer another try and lets the deadline count again
--   succeeded   a pending order becomes paid. An expired one takes its units once more and becomes paid; if it cannot, or if
--               the order is paid or cancelled, the shop opens a refund by itself, and the sweep has the provider do it.
-- Answers { outcome }:
--   settled | already-settled | payment-not-found
--   stale   the caller has lost the lock of this order's payment; nothing was changed
--   again   nothing was settled, since units are being released right now: call again
create or replace function settle_payment(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_result  text := p ->> 'result';
  v_order   orders%rowtype;
  v_payment payments%rowtype;
  v_verdict text;
begin
  if not accept_fence(p -> 'fence') then
    return jsonb_build_object('outcome', 'stale');
  end if;

  -- The order row first: the global lock order.
  select o.* into v_order from orders o
  where o.id = (select order_id from payments where id = (p ->> 'paymentId')::uuid)
  for update;
  if not found then
    return jsonb_build_object('outcome', 'payment-not-found');
  end if;
  select * into v_payment from payments where id = (p ->> 'paymentId')::uuid for update;

  if v_payment.status in ('succeeded', 'refunded') or v_payment.status::text = v_result
    or (v_payment.status = 'declined' and v_result = 'in-doubt')
  then
    return jsonb_build_object('outcome', 'already-settled');
  end if;

  if v_result = 'succeeded' then
    v_verdict := case
      when v_order.status = 'pending' then 'pays'
      when v_order.status = 'expired' then reclaim_order(v_order.id)
      when v_order.status = 'cancelled' then 'order-cancelled'
      else 'already-paid' end;
    if v_verdict = 'again' then
      return jsonb_build_object('outcome', 'again');
    end if;
  end if;

  update payments
  set status = case
        when v_result <> 'succeeded' then v_result
        when v_verdict in ('pays', 'reclaimed') then 'succeeded'
        else 'refunded' end::payment_status,
      provider_reference = coalesce(p ->> 'reference', provider_reference),
      decline_reason = case v_result when 'declined' then p ->> 'reason' end,
      settled_at = case when v_result <> 'in-doubt' then now() end,
      ask_at = case when v_result = 'in-doubt' then now() + interval '1 second' else ask_at end
  where id = v_payment.id;

  if v_result <> 'succeeded' then
    -- An order that another attempt has paid is left as it is.
    update orders set payment_status = v_result::order_payment_status
    where id = v_order.id and status = 'pending' and payment_status in ('processing', 'in-doubt');
  elsif v_verdict in ('pays', 'reclaimed') then
    update orders set status = 'paid', payment_status = 'succeeded', paid_at = now(), closed_at = null
    where id = v_order.id;
    insert into outbox (id, name, data)
    values (new_uuid_v7(), 'orders/order.paid',
            jsonb_build_object('orderId', 'ord_' || replace(v_order.id::text, '-', '')));
  else
    insert into outbox (id, name, data)
    values (new_uuid_v7(), 'payments/payment.refused',
            jsonb_build_object('orderId', 'ord_' || replace(v_order.id::text, '-', ''),
              'paymentId', 'pay_' || replace(v_payment.id::text, '-', ''), 'reason', v_verdict));
  end if;

  if v_verdict = 'reclaimed' then
    insert into order_events (order_id, kind, actor) values (v_order.id, 'reclaimed', 'system');
  end if;
  insert into order_events (order_id, kind, data, actor)
  values (v_order.id, 'payment-' || v_result,
          jsonb_strip_nulls(jsonb_build_object('reason', p ->> 'reason', 'method', v_payment.method)), 'provider');
  if v_verdict not in ('pays', 'reclaimed') then
    -- The shop's own decision: the sweep has the provider give it back.
    perform open_refund(jsonb_build_object('refundId', new_uuid_v7(), 'paymentId', v_payment.id,
      'amount', v_payment.amount_minor, 'reason', v_verdict, 'actor', 'system'));
  end if;
  return jsonb_build_object('outcome', 'settled');
end
$$;
