-- save_discount({ id, code, kind, ratePpm?, amountMinor?, currency?, minSubtotalMinor?, collectionId?, startsAt?, endsAt?,
--   usageLimit?, perCustomerLimit?, enabled, expectedVersion?, actor, auditId, requestId?,
--   idempotency?: { id, fingerprint (hex), status, body } })
--
-- Makes a code, or changes it whole: what is absent is without. The uses are counted anew, because a code without a usage limit
-- keeps no count; whoever takes or gives back a use meanwhile waits for this, or this for them. Answers { outcome, ... }:
--   saved { used }
--   unknown-collection
--   changed-meanwhile   it is not (any more) as it was when `expectedVersion` was read
-- A code that another discount has violates discounts_code_key.
create or replace function save_discount(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_id     uuid := (p ->> 'id')::uuid;
  v_before discounts%rowtype;
  v_after  discounts%rowtype;
begin
  select * into v_before from discounts where id = v_id for update;
  if p ? 'expectedVersion' and p ->> 'expectedVersion' is distinct from v_before.updated_at::text then
    return jsonb_build_object('outcome', 'changed-meanwhile');
  end if;
  if p ->> 'collectionId' is not null then
    -- Held, so that it is not taken away before this commits.
    perform from collections where id = (p ->> 'collectionId')::uuid for key share;
    if not found then
      return jsonb_build_object('outcome', 'unknown-collection');
    end if;
  end if;
  perform keep_answer(p -> 'idempotency');

  insert into discounts as d (
    id, code, kind, rate_ppm, amount_minor, currency, min_subtotal_minor, collection_id, starts_at, ends_at, usage_limit,
    per_customer_limit, enabled)
  values (
    v_id, p ->> 'code', (p ->> 'kind')::discount_kind, (p ->> 'ratePpm')::int, (p ->> 'amountMinor')::bigint,
    p ->> 'currency', (p ->> 'minSubtotalMinor')::bigint, (p ->> 'collectionId')::uuid, (p ->> 'startsAt')::timestamptz,
    (p ->> 'endsAt')::timestamptz, (p ->> 'usageLimit')::bigint, (p ->> 'perCustomerLimit')::int, (p ->> 'enabled')::boolean)
  on conflict (id) do update set
    code = excluded.code, kind = excluded.kind, rate_ppm = excluded.rate_ppm, amount_minor = excluded.amount_minor,
    currency = excluded.currency, min_subtotal_minor = excluded.min_subtotal_minor, collection_id = excluded.collection_id,
    starts_at = excluded.starts_at, ends_at = excluded.ends_at, usage_limit = excluded.usage_limit,
    per_customer_limit = excluded.per_customer_limit, enabled = excluded.enabled, updated_at = clock_timestamp(),
    used = (select count(*) from discount_uses u where u.discount_id = d.id and u.given_back_at is null)
  returning * into v_after;

  perform record_audit(p, case when v_before.id is null then 'discount.created' else 'discount.updated' end,
    'disc_' || replace(v_id::text, '-', ''), case when v_before.id is not null then to_jsonb(v_before) - 'updated_at' end,
    to_jsonb(v_after) - 'updated_at');
  return jsonb_build_object('outcome', 'saved', 'used', v_after.used);
end
$$;
