-- lease_outbox({ names: [text], leaseSeconds, limit? }): takes up to 500 rows of the outbox (or `limit`), oldest first.
--
-- Those of names that nobody listens to are deleted; the others are leased to the caller, who sends them and then deletes them.
-- A lease that ran out is given again: its holder died between the two, and the event's id keeps a second sending from
-- counting. Rows that another relay holds are skipped, so relays never wait for each other.
--
-- What a merchant's endpoint wants to hear of becomes a delivery here, in the transaction that takes the event, with an event of
-- its own: the engine is told of an event for an endpoint only where there is one, and a purchase knows nothing of it.
--
-- Answers { taken, made, events: [{ id, name, data, ts }] }: taken counts both kinds (as many as asked for: there may be more), made the deliveries
-- that now wait to be taken, ts is when it happened, in milliseconds.
create or replace function lease_outbox(p jsonb) returns json
language plpgsql
as $$
declare
  v_names    text[] := array(select jsonb_array_elements_text(p -> 'names'));
  v_wanted   uuid[];
  v_unwanted uuid[];
  v_events   json;
  v_made     int;
begin
  select array_agg(id) filter (where name = any (v_names)), array_agg(id) filter (where name <> all (v_names))
  into v_wanted, v_unwanted
  from (
    select id, name from outbox
    where leased_until is null or leased_until <= now()
    order by id
    limit coalesce((p ->> 'limit')::int, 500)
    for update skip locked
  ) as due;

  with made as (
    insert into webhook_deliveries (id, endpoint_id, event_id, type, data, happened_at)
    select new_uuid_v7(), e.id, o.id, o.name, o.data, o.created_at
    from webhook_endpoints e
    join outbox o on o.name = any (e.events) and o.id = any (v_wanted || v_unwanted)
    where e.enabled
    order by o.id
    -- An event whose lease ran out is here again; its deliveries were made the first time.
    on conflict (endpoint_id, event_id) do nothing
    returning id, endpoint_id
  )
  insert into outbox (id, name, data)
  select id, 'webhooks/delivery.requested', jsonb_build_object(
    'deliveryId', 'dlv_' || replace(id::text, '-', ''), 'endpointId', 'hook_' || replace(endpoint_id::text, '-', ''), 'round', 0)
  from made;
  get diagnostics v_made = row_count;

  if v_unwanted is not null then
    delete from outbox where id = any (v_unwanted);
  end if;
  if v_wanted is not null then
    with leased as (
      update outbox set leased_until = now() + make_interval(secs => (p ->> 'leaseSeconds')::int)
      where id = any (v_wanted)
      returning id, name, data, created_at
    )
    select json_agg(json_build_object(
      'id', id, 'name', name, 'data', data, 'ts', floor(extract(epoch from created_at) * 1000)::bigint) order by id)
    into v_events from leased;
  end if;

  return json_build_object(
    'taken', coalesce(cardinality(v_wanted), 0) + coalesce(cardinality(v_unwanted), 0),
    'made', v_made,
    'events', coalesce(v_events, '[]'));
end
$$;
