-- settle_payment({ paymentId, result: succeeded | declined | in-doubt, reference?, reason? })
--
-- Writes down what the provider said of an attempt. Succeeded moves the order from pending to paid; declined gives the
-- buyer another try and lets the deadline count again; in-doubt keeps the hold until the provider was asked. An attempt
-- that is settled already stays as it is, so this may run twice or in two places. Answers { outcome, orderId? }:
--   settled | already-settled | payment-not-found
create or replace function settle_payment(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_result  payment_status := p ->> 'result';
  v_payment payments%rowtype;
begin
  -- The order row first: the global lock order.
  perform from orders o
  where o.id = (select order_id from payments where id = (p ->> 'paymentId')::uuid)
  for update;
  if not found then
    return jsonb_build_object('outcome', 'payment-not-found');
  end if;

  update payments
  set status = v_result,
      provider_reference = coalesce(p ->> 'reference', provider_reference),
      decline_reason = p ->> 'reason',
      settled_at = case when v_result = 'in-doubt' then null else now() end
  where id = (p ->> 'paymentId')::uuid and status in ('processing', 'in-doubt') and status <> v_result
  returning * into v_payment;
  if not found then
    return jsonb_build_object('outcome', 'already-settled');
  end if;

  update orders
  set payment_status = v_result::text::order_payment_status,
      status = case when v_result = 'succeeded' then 'paid' else status end,
      paid_at = case when v_result = 'succeeded' then now() else paid_at end
  where id = v_payment.order_id and status = 'pending';
  if not found then
    -- Cannot be: a pending order with a running attempt is never expired. Refuse to commit money without stock.
    raise exception 'payment % settled for an order that is not pending', v_payment.id;
  end if;

  insert into order_events (order_id, kind, data, actor)
  values (v_payment.order_id, 'payment-' || v_result,
          jsonb_strip_nulls(jsonb_build_object('reason', p ->> 'reason', 'method', v_payment.method)), 'provider');

  if v_result = 'succeeded' then
    insert into outbox (id, name, data)
    values (new_uuid_v7(), 'orders/order.paid',
            jsonb_build_object('orderId', 'ord_' || replace(v_payment.order_id::text, '-', '')));
  end if;

  return jsonb_build_object('outcome', 'settled', 'orderId', v_payment.order_id);
end
$$;
