import { type AuditEntryId, firstUuidOf, toUuid } from '@/lib/kernel/ids';

/** Whose deeds, which deeds, upon what: each is exact. `from` is in the range, `to` is not. */
export type AuditFilter = {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: AuditEntryId | undefined;
  readonly limit: number;
};

/** What an actor is called now. The cast is asked for only where it can be one. */
const ACTOR_NAME = `case
  when actor ~ '^staff_[0-9a-f]{32}$' then (select s.name from staff s where s.id = substr(actor, 7)::uuid)
  when actor ~ '^key_[0-9a-f]{32}$' then (select k.name from api_keys k where k.id = substr(actor, 5)::uuid)
end`;

/**
 * A page of the audit log, newest first. A time is a place among the ids, which begin with theirs: so every way to narrow the
 * log is a range of an index that is in the order of the list, however long the log is.
 */
export function auditStatement(filter: AuditFilter): { name: string; text: string; values: unknown[] } {
  const conditions: string[] = [];
  const values: unknown[] = [filter.limit + 1];
  const narrow = (condition: string, value: unknown) => {
    conditions.push(`${condition} $${values.push(value)}`);
  };
  for (const column of ['actor', 'action', 'subject'] as const) {
    if (filter[column] !== undefined) narrow(`${column} =`, filter[column]);
  }
  if (filter.from !== undefined) narrow('id >=', firstUuidOf(Date.parse(filter.from)));
  if (filter.to !== undefined) narrow('id <', firstUuidOf(Date.parse(filter.to)));
  if (filter.after !== undefined) narrow('id <', toUuid(filter.after));
  // Only the indexes of what it is narrowed by are in this order: the log's own would be walked to its end for what is rare.
  const isNarrowed =
    filter.actor !== undefined || filter.action !== undefined || filter.subject !== undefined;
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  return {
    // Without a name it is planned with its values each time: how much of the log a time range holds is nothing to guess.
    name: '',
    text: `select id::text, to_json(created_at) #>> '{}' as at, actor, ${ACTOR_NAME} as actor_name, action, subject,
       before::text, after::text, request_id
     from audit_log ${where} order by audit_log.id ${isNarrowed ? 'desc nulls last' : 'desc'} limit $1::int`,
    values,
  };
}
