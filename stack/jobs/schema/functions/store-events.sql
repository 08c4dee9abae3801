-- Stores events, those that are stored already excepted, and finds what waits for them. `fresh` are the internal ids of
-- those that are new; `waiting` the pauses that they may wake or cancel, which the engine's expressions decide on.
create or replace function jobs.store_events(iids text[], ids text[], names text[], bodies text[]) returns json
language plpgsql
set enable_seqscan = off
as $$
declare
  fresh text[];
  waiting json;
begin
  with stored as (
    insert into jobs.event (iid, id, name, body)
    select iid, id, name, body from unnest(iids, ids, names, bodies) given (iid, id, name, body)
    on conflict (iid) do nothing
    returning iid
  )
  select array_agg(iid) into fresh from stored;
  if fresh is not null then
    select json_agg(paused) into waiting from (
      select pause.id::text, pause.kind, pause.expression, run.events, given.iid
      from unnest(iids, names, bodies) with ordinality given (iid, name, body, place)
      join jobs.pause on pause.event = given.name
      join jobs.run on run.id = pause.run_id
      where given.iid = any (fresh) and (pause.expires_at is null or pause.expires_at > now())
        -- Of a body with a NUL in it Postgres reads nothing.
        and case when pause.match_path is null or strpos(given.body, '\u0000') > 0 then true
          else pause.match_value = given.body::json #>> pause.match_path end
      order by given.place, pause.id
    ) paused;
  end if;
  return json_build_object(
    'fresh', fresh, 'waiting', waiting, 'now_ms', (extract(epoch from now()) * 1000)::bigint
  );
end
$$;
