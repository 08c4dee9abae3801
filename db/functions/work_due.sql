-- work_due(): which kinds of work wait for a sweep, as one look: { events, payments, refunds, holds, deliveries, outbox }. Each is an
-- index's first entry. What is found may be done by somebody else a moment later; the sweeps share their work by themselves.
create or replace function work_due() returns json
language plpgsql stable
as $$
begin
  return json_build_object(
    'events', exists (select from provider_events where processed_at is null and try_at <= now()),
    'payments', exists (select from payments where status in ('processing', 'in-doubt') and ask_at <= now()),
    'refunds', exists (select from refunds where status in ('processing', 'in-doubt')),
    'holds', exists (
      select from orders
      where status = 'pending' and expires_at <= now() and payment_status in ('none', 'declined')),
    'deliveries', exists (select from test_provider_deliveries where due_at <= now()),
    -- What is younger is about to be sent by whoever wrote it.
    'outbox', exists (
      select from outbox
      where created_at < now() - interval '5 seconds' and (leased_until is null or leased_until <= now())));
end
$$;
