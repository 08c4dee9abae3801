-- settle_refund({ refundId, result: succeeded | failed | in-doubt, reference?, reason? })
--
-- Writes down what the provider said of a refund. Succeeded moves the order (to refunded once all that was paid went back, else
-- to partially_refunded), brings the units back that were to be restocked, and tells; failed leaves the money with us, free for
-- another refund, also under the same idempotency key; in-doubt is asked about again. Money that had paid for nothing moves no order. A refund that is settled stays as
-- it is, so this may run twice or in two places.
-- Answers { outcome }: settled | already-settled | refund-not-found
create or replace function settle_refund(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_result refund_status := p ->> 'result';
  v_refund refunds%rowtype;
  v_is_all boolean;
  v_paid   boolean;
begin
  -- The order row first: the global lock order.
  perform from orders o
  where o.id = (select order_id from refunds where id = (p ->> 'refundId')::uuid)
  for update;
  if not found then
    return jsonb_build_object('outcome', 'refund-not-found');
  end if;

  update refunds
  set status = v_result,
      provider_reference = coalesce(p ->> 'reference', provider_reference),
      failure_reason = p ->> 'reason',
      settled_at = case when v_result = 'in-doubt' then null else now() end
  where id = (p ->> 'refundId')::uuid and status in ('processing', 'in-doubt') and status <> v_result
  returning * into v_refund;
  if not found then
    return jsonb_build_object('outcome', 'already-settled');
  end if;

  if v_result = 'failed' then
    update payments set refunded_minor = refunded_minor - v_refund.amount_minor where id = v_refund.payment_id;
    -- A refund that was refused changed nothing. A cancelling, which opened its own, did: its key keeps standing for it.
    if v_refund.idempotency_id is not null
      and not exists (select from orders where id = v_refund.order_id and closed_at = v_refund.started_at) then
      update refunds set idempotency_id = null, fingerprint = null where id = v_refund.id;
      delete from idempotency_keys where id = v_refund.idempotency_id;
    end if;
  elsif v_result = 'succeeded' then
    select sum(r.amount_minor) = max(pay.amount_minor), bool_and(pay.status = 'succeeded') into v_is_all, v_paid
    from refunds r join payments pay on pay.id = r.payment_id
    where r.payment_id = v_refund.payment_id and r.status = 'succeeded';
    -- An order that is over stays so.
    update orders set status = case when v_is_all then 'refunded' else 'partially_refunded' end::order_status
    where v_paid and id = v_refund.order_id and status in ('paid', 'fulfilled', 'partially_refunded');
    if found then
      perform restock_refund(v_refund.id);
      perform settle_fulfilment(v_refund.order_id);
    end if;
    if not v_paid then
      -- It came after the order was over, or twice: an order that another attempt has paid goes on as it is.
      update orders set payment_status = 'refunded'
      where id = v_refund.order_id and status in ('expired', 'cancelled') and payment_status <> 'succeeded';
    end if;
    insert into outbox (id, name, data)
    values (new_uuid_v7(), case when v_paid then 'orders/refund.succeeded' else 'payments/payment.refunded' end, jsonb_build_object(
      'orderId', 'ord_' || replace(v_refund.order_id::text, '-', ''),
      'refundId', 'ref_' || replace(v_refund.id::text, '-', '')));
  end if;

  insert into order_events (order_id, kind, data, actor)
  values (v_refund.order_id, 'refund-' || v_result,
          jsonb_strip_nulls(jsonb_build_object(
            'refundId', 'ref_' || replace(v_refund.id::text, '-', ''), 'amount', v_refund.amount_minor,
            'currency', v_refund.currency, 'reason', p ->> 'reason')), 'provider');
  return jsonb_build_object('outcome', 'settled');
end
$$;
