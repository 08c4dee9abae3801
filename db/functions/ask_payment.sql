-- ask_payment({ paymentId, closeAfterSeconds, fence? }): says that the provider is about to be asked about an attempt whose end
-- is not known, and when to ask again if nothing comes of it: after 1, 2, 4 … at most 60 seconds. Written before asking, so a
-- settler that dies leaves the attempt to the next one, and two of them never ask in the same breath. Answers { outcome }:
--   due { amount, currency, isOver }   isOver: it has been open for so long that the provider is to close it
--   not-due | stale
create or replace function ask_payment(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_payment payments%rowtype;
begin
  if not accept_fence(p -> 'fence') then
    return jsonb_build_object('outcome', 'stale');
  end if;
  update payments
  set asked = least(asked + 1, 1000), ask_at = now() + make_interval(secs => least(60, 2 ^ least(asked, 10)))
  where id = (p ->> 'paymentId')::uuid and status in ('processing', 'in-doubt') and ask_at <= now()
  returning * into v_payment;
  if not found then
    return jsonb_build_object('outcome', 'not-due');
  end if;
  return jsonb_build_object('outcome', 'due', 'amount', v_payment.amount_minor, 'currency', v_payment.currency,
    'isOver', v_payment.started_at <= now() - make_interval(secs => (p ->> 'closeAfterSeconds')::int));
end
$$;
