-- will_bump_tags(tags): has these tags bumped after this transaction, whatever becomes of the process that runs it: whoever
-- relays the outbox does it. Pages and answers that were made of what changed are then made anew (lib/platform/tags).
create or replace function will_bump_tags(p_tags text[]) returns void
language sql
as $$
  insert into outbox (id, name, data)
  values (new_uuid_v7(), 'platform/pages.changed', jsonb_build_object('tags', to_jsonb(p_tags)))
$$;

-- product_tag(id): the tag of everything that tells of this product.
create or replace function product_tag(p_product uuid) returns text
language sql immutable
as $$
  select 'product:prod_' || replace(p_product::text, '-', '')
$$;
