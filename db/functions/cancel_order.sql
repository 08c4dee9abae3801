-- cancel_order({ orderId, refundId, reason, actor, auditId, requestId?, idempotency?: { id, fingerprint (hex) } })
--
-- Ends an order before it is sent: its units go back on the shelf and its code's use is free again, in one transaction. What was
-- paid is to be given back whole: the refund is opened here, and the provider is asked afterwards. Answers { outcome, ... }:
--   cancelled { refund } | replayed { refund }   refund: null when nothing had been paid
--   payment-in-progress                          the provider is being asked: the order may be paid at any moment
--   refund-in-progress                           a refund of a part is on its way
--   order-partly-sent                            a parcel of it is on its way: refund what was not sent
--   idempotency-key-reused | order-not-found | invalid-transition
create or replace function cancel_order(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_order   orders%rowtype;
  v_payment payments%rowtype;
  v_earlier jsonb;
  v_refund  jsonb;
begin
  select * into v_order from orders where id = (p ->> 'orderId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'order-not-found');
  end if;

  v_earlier := coalesce(replayed_refund(p -> 'idempotency'), earlier_move(p -> 'idempotency'));
  if v_earlier is not null then
    return v_earlier;
  end if;

  if v_order.status = 'pending' and v_order.payment_status in ('processing', 'in-doubt') then
    return jsonb_build_object('outcome', 'payment-in-progress');
  elsif v_order.status = 'pending' and v_order.expires_at > now() then
    perform return_claims(array[v_order.id], 'release');
  elsif v_order.status = 'paid' then
    if v_order.fulfilment is not null then
      return jsonb_build_object('outcome', 'order-partly-sent');
    elsif exists (select from refunds where order_id = v_order.id and status in ('processing', 'in-doubt')) then
      return jsonb_build_object('outcome', 'refund-in-progress');
    end if;
    perform return_claims(array[v_order.id], 'restock');
  else
    return jsonb_build_object('outcome', 'invalid-transition');
  end if;
  if v_order.discount_code is not null then
    perform give_back_discount_uses(array[v_order.id]);
  end if;

  perform keep_move(p -> 'idempotency');
  update orders set status = 'cancelled', closed_at = now() where id = v_order.id;
  insert into order_events (order_id, kind, data, actor)
  values (v_order.id, 'cancelled', jsonb_build_object('reason', p ->> 'reason'), p ->> 'actor');
  insert into outbox (id, name, data)
  values (new_uuid_v7(), 'orders/order.cancelled',
          jsonb_build_object('orderId', 'ord_' || replace(v_order.id::text, '-', '')));

  perform record_audit(p, 'order.cancelled', 'ord_' || replace(v_order.id::text, '-', ''),
    jsonb_build_object('status', v_order.status), jsonb_build_object('status', 'cancelled', 'reason', p ->> 'reason'));

  select * into v_payment from payments where order_id = v_order.id and status = 'succeeded';
  if v_order.status = 'paid' and v_payment.amount_minor > v_payment.refunded_minor then
    v_refund := open_refund(p || jsonb_build_object(
      'paymentId', v_payment.id, 'amount', v_payment.amount_minor - v_payment.refunded_minor));
  end if;
  return jsonb_build_object('outcome', 'cancelled', 'refund', v_refund);
end
$$;
