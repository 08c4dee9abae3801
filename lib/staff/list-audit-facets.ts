import { query } from '@/db/client';

/** By what the audit log can be narrowed: what was ever done, and who can be named. */
export type AuditFacets = {
  readonly actions: readonly string[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

const MOST_PEOPLE = 500;

/** What was ever done is found by leaping from each deed to the next in an index. */
export const AUDIT_FACETS = `with recursive kinds as (
       (select action from audit_log order by action limit 1)
       union all
       select (select l.action from audit_log l where l.action > k.action order by l.action limit 1)
       from kinds k where k.action is not null
     ), people as (
       (select 'staff_' || replace(id::text, '-', '') as id, name from staff order by id limit $1::int)
       union all
       (select 'key_' || replace(id::text, '-', ''), name from api_keys order by id desc limit $1::int)
     )
     select jsonb_build_object(
       'actions', coalesce((select jsonb_agg(action order by action) from kinds where action is not null), '[]'),
       'people', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by lower(name)) from people), '[]')
     )::text as facets`;

/** One statement, of as many looks into an index as there are kinds of deeds, however long the log is. */
export async function listAuditFacets(): Promise<AuditFacets> {
  const [row] = await query<{ facets: string }>('list_audit_facets', AUDIT_FACETS, [MOST_PEOPLE]);
  return JSON.parse(row?.facets ?? '{"actions":[],"people":[]}') as AuditFacets;
}
