-- save_content({ id, language, page, words: { title, description, body } or null, isBased, basedOn (a version or null), actor,
--                auditId, requestId? })
--
-- Makes a new version of what a page says. Answers { outcome }: saved | content-changed (what was edited is the newest no more).
-- Two who save at once queue by the page's name, so that the second sees what the first has made. Nothing is written where
-- nothing is other than it was.
create or replace function save_content(p jsonb) returns jsonb
language plpgsql
as $$
declare
  v_before content_versions%rowtype;
  v_words  jsonb := nullif(p -> 'words', 'null'::jsonb);
  v_was    jsonb;
begin
  perform pg_advisory_xact_lock(hashtext('content:' || (p ->> 'language') || '/' || (p ->> 'page')));
  select * into v_before from content_versions
  where language = p ->> 'language' and page = p ->> 'page' order by id desc limit 1;
  if (p ->> 'isBased')::boolean and v_before.id is distinct from (p ->> 'basedOn')::uuid then
    return jsonb_build_object('outcome', 'content-changed');
  end if;
  if v_before.title is not null then
    v_was := jsonb_build_object('title', v_before.title, 'description', v_before.description, 'body', v_before.body);
  end if;
  if v_was is distinct from v_words then
    insert into content_versions (id, language, page, title, description, body, created_by)
    values ((p ->> 'id')::uuid, p ->> 'language', p ->> 'page',
            v_words ->> 'title', v_words ->> 'description', v_words ->> 'body', p ->> 'actor');
    perform will_bump_tags('{content}');
    perform record_audit(p, case when v_words is null then 'content.reset' else 'content.changed' end,
                         (p ->> 'language') || '/' || (p ->> 'page'), v_was, v_words);
  end if;
  return jsonb_build_object('outcome', 'saved');
end
$$;
