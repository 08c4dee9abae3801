-- continue_stock_take({ takeId, limit }): takes the next differing lines of a count over into the stock, through the ledger: rows
-- of one count have its id as their request. What is written is the difference that was found when it was uploaded, not the
-- number itself, so that what was sold or came back since stays right. Answers { variants: [uuid], isOver }.
create or replace function continue_stock_take(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_take     stock_takes%rowtype;
  v_line     stock_take_lines%rowtype;
  v_answer   jsonb;
  v_said     text;
  v_variants uuid[] := '{}';
begin
  -- Two runs at once take turns.
  select * into v_take from stock_takes where id = (p ->> 'takeId')::uuid for update;
  if not found or v_take.status <> 'applying' then
    return jsonb_build_object('variants', '[]'::jsonb, 'isOver', true);
  end if;
  for v_line in
    select * from stock_take_lines
    where take_id = v_take.id and outcome = 'differs' and not is_applied
    order by variant_id limit (p ->> 'limit')::int
  loop
    v_answer := adjust_stock(jsonb_build_object(
      'variantId', v_line.variant_id, 'kind', 'adjust', 'reason', v_take.reason, 'actor', v_take.actor,
      'requestId', v_take.id) || case
        when v_line.expected is null then jsonb_build_object('set', v_line.counted)
        else jsonb_build_object('delta', v_line.counted - v_line.expected) end);
    v_said := null;
    if v_answer ->> 'outcome' = 'insufficient-stock' then
      v_said := format('Only %s were left to take away: the others were sold since.', v_answer ->> 'available');
      if (v_answer ->> 'available')::int > 0 then
        perform adjust_stock(jsonb_build_object(
          'variantId', v_line.variant_id, 'kind', 'adjust', 'reason', v_take.reason, 'actor', v_take.actor,
          'requestId', v_take.id, 'delta', -(v_answer ->> 'available')::int));
      end if;
    elsif v_answer ->> 'outcome' <> 'adjusted' then
      v_said := case v_answer ->> 'outcome'
        when 'not-counted' then 'It is not counted any more.' else 'It is gone from the shop.' end;
    end if;
    update stock_take_lines set is_applied = true, message = v_said where take_id = v_take.id and line = v_line.line;
    v_variants := v_variants || v_line.variant_id;
  end loop;
  update stock_takes
  set applied = applied + cardinality(v_variants),
      status = case when cardinality(v_variants) < (p ->> 'limit')::int then 'applied' else status end,
      applied_at = case when cardinality(v_variants) < (p ->> 'limit')::int then now() end
  where id = v_take.id;
  return jsonb_build_object('variants', to_jsonb(v_variants), 'isOver', cardinality(v_variants) < (p ->> 'limit')::int);
end
$$;
