-- add_order_note({ orderId, text, actor, auditId, requestId?, idempotency? }): what somebody of the shop wants the others to know, into the
-- order's history. Answers { outcome }: noted | replayed | idempotency-key-reused | order-not-found
create or replace function add_order_note(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_order   uuid;
  v_earlier jsonb;
begin
  select id into v_order from orders where id = (p ->> 'orderId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'order-not-found');
  end if;
  v_earlier := earlier_move(p -> 'idempotency');
  if v_earlier is not null then
    return v_earlier;
  end if;
  perform keep_move(p -> 'idempotency');
  insert into order_events (order_id, kind, data, actor)
  values (v_order, 'note', jsonb_build_object('text', p ->> 'text'), p ->> 'actor');
  perform record_audit(p, 'order.noted', 'ord_' || replace(v_order::text, '-', ''), null, '{}');
  return jsonb_build_object('outcome', 'noted');
end
$$;
