-- apply_provider_event({ provider, eventId }): processes one event of the inbox: what it tells and that it was processed are
-- committed together. An event that another process is at, or that was processed, is left alone. Answers { outcome }:
--   settled | already-settled | payment-not-found   processed, for good
--   noted                                           it tells nothing that has to be acted on
--   again                                           not yet; the inbox comes back to it after a growing pause
--   not-due                                         processed, or being processed elsewhere
create or replace function apply_provider_event(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_event  provider_events%rowtype;
  v_answer jsonb := '{"outcome": "noted"}';
begin
  select * into v_event from provider_events
  where provider = p ->> 'provider' and event_id = p ->> 'eventId' and processed_at is null
  for update skip locked;
  if not found then
    return jsonb_build_object('outcome', 'not-due');
  end if;

  if v_event.kind <> 'processing' then
    v_answer := settle_payment(v_event.data || jsonb_build_object('paymentId', v_event.payment_id, 'result', v_event.kind));
  end if;

  update provider_events
  set tries = least(tries + 1, 1000),
      try_at = now() + make_interval(secs => least(60, 2 ^ least(tries, 10))),
      processed_at = case when v_answer ->> 'outcome' <> 'again' then now() end,
      outcome = v_answer ->> 'outcome'
  where provider = v_event.provider and event_id = v_event.event_id;
  return v_answer;
end
$$;
