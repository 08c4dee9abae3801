-- request_return({ orderId, returnId, lines: [{ variantId, quantity }], reason, actor, auditId, requestId?, idempotency? })
--
-- A buyer wants to send units back that were sent to them. Answers { outcome }:
--   moved | replayed | invalid { problems } | idempotency-key-reused | order-not-found
create or replace function request_return(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_order    uuid;
  v_earlier  jsonb;
  v_problems jsonb;
begin
  select id into v_order from orders where id = (p ->> 'orderId')::uuid for update;
  if not found then
    return jsonb_build_object('outcome', 'order-not-found');
  end if;
  v_earlier := earlier_move(p -> 'idempotency');
  if v_earlier is not null then
    return v_earlier;
  end if;
  v_problems := asked_units_problems(v_order, p -> 'lines', 'to-return');
  if v_problems is not null then
    return jsonb_build_object('outcome', 'invalid', 'problems', v_problems);
  end if;

  perform keep_move(p -> 'idempotency');
  insert into order_returns (id, order_id, status, reason, actor)
  values ((p ->> 'returnId')::uuid, v_order, 'requested', p ->> 'reason', p ->> 'actor');
  insert into order_return_lines (return_id, position, quantity)
  select (p ->> 'returnId')::uuid, l.position, sum((entry ->> 'quantity')::int)
  from jsonb_array_elements(p -> 'lines') as entry
  join order_lines l on l.order_id = v_order and l.variant_id = (entry ->> 'variantId')::uuid
  group by l.position;
  perform tell_of_return(p, v_order, 'requested');
  return jsonb_build_object('outcome', 'moved');
end
$$;

-- close_return({ orderId, returnId, status: received | cancelled, actor, auditId, requestId?, idempotency? })
--
-- What was to come back came, or will not. Neither gives money back nor puts anything on the shelf: the refund for it does both.
-- Answers { outcome }: moved | replayed | idempotency-key-reused | return-not-found | invalid-transition (it is closed)
create or replace function close_return(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_order   uuid;
  v_status  text;
  v_earlier jsonb;
begin
  -- The order's row first: the global lock order.
  select o.id, r.status into v_order, v_status
  from orders o join order_returns r on r.order_id = o.id
  where o.id = (p ->> 'orderId')::uuid and r.id = (p ->> 'returnId')::uuid
  for update of o;
  if not found then
    return jsonb_build_object('outcome', 'return-not-found');
  end if;
  v_earlier := earlier_move(p -> 'idempotency');
  if v_earlier is not null then
    return v_earlier;
  end if;
  update order_returns set status = p ->> 'status', closed_at = now()
  where id = (p ->> 'returnId')::uuid and status = 'requested';
  if not found then
    return jsonb_build_object('outcome', 'invalid-transition');
  end if;
  perform keep_move(p -> 'idempotency');
  perform tell_of_return(p, v_order, p ->> 'status');
  return jsonb_build_object('outcome', 'moved');
end
$$;

-- tell_of_return(call, order, what): the order's history and the audit log.
create or replace function tell_of_return(p jsonb, p_order uuid, p_what text) returns void
language sql
as $$
  insert into order_events (order_id, kind, data, actor)
  values (p_order, 'return-' || p_what, jsonb_strip_nulls(jsonb_build_object(
    'returnId', 'ret_' || replace(p ->> 'returnId', '-', ''), 'reason', p ->> 'reason')), p ->> 'actor');
  select record_audit(p, 'order.return-' || p_what, 'ord_' || replace(p_order::text, '-', ''), null,
    jsonb_build_object('returnId', 'ret_' || replace(p ->> 'returnId', '-', '')));
$$;
