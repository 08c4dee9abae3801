-- open_refund({ refundId, paymentId, amount, reason, actor, idempotency?: { id, fingerprint (hex) } }): writes down that so much
-- of a payment is to be given back, before the provider is asked; settle_refund() ends it, and whoever calls settleDueRefunds()
-- asks if nobody else does. From here on the amount counts as given back: payments_amounts_check refuses more than was paid. The
-- caller has locked the order's row. A payment that came when there was nothing left to take it for ('refunded') goes back the
-- same way, opened by 'system', and settleDueRefunds() asks at once. Answers the refund's document.
create or replace function open_refund(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_payment payments%rowtype;
begin
  update payments set refunded_minor = refunded_minor + (p ->> 'amount')::bigint
  where id = (p ->> 'paymentId')::uuid and status in ('succeeded', 'refunded')
  returning * into strict v_payment;

  insert into refunds (
    id, order_id, payment_id, amount_minor, currency, status, reason, actor, idempotency_id, fingerprint)
  values (
    (p ->> 'refundId')::uuid, v_payment.order_id, v_payment.id, (p ->> 'amount')::bigint, v_payment.currency, 'processing',
    p ->> 'reason', p ->> 'actor', (p -> 'idempotency' ->> 'id')::uuid,
    decode(p -> 'idempotency' ->> 'fingerprint', 'hex'));

  insert into order_events (order_id, kind, data, actor)
  values (v_payment.order_id, 'refund-started',
          jsonb_build_object('refundId', 'ref_' || replace(p ->> 'refundId', '-', ''),
            'amount', (p ->> 'amount')::bigint, 'currency', v_payment.currency, 'reason', p ->> 'reason'),
          p ->> 'actor');
  return refund_document((p ->> 'refundId')::uuid);
end
$$;
