import { query } from '@/db/client';
import { type AuditEntryId, fromUuid, toUuid } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import type { AuditEntry } from './model';

type AuditRow = {
  id: string;
  at: string;
  actor: string;
  action: string;
  subject: string;
  before: string | null;
  after: string | null;
  request_id: string | null;
};

/** Whose deeds, which deeds, upon what: each is exact. */
export type AuditFilter = {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly after?: AuditEntryId | undefined;
  readonly limit: number;
};

/** A page of the audit log, newest first. One statement. */
export async function listAuditEntries(filter: AuditFilter): Promise<Page<AuditEntry, AuditEntryId>> {
  const conditions: string[] = [];
  const values: unknown[] = [filter.limit + 1];
  for (const column of ['actor', 'action', 'subject'] as const) {
    const value = filter[column];
    if (value !== undefined) conditions.push(`${column} = $${values.push(value)}`);
  }
  if (filter.after !== undefined) conditions.push(`id < $${values.push(toUuid(filter.after))}::uuid`);
  const rows = await query<AuditRow>(
    // The name tells the shape, so each shape is prepared once.
    `list_audit_${conditions.join('_').replaceAll(/[^a-z]+/g, '')}`,
    `select id::text, to_json(created_at) #>> '{}' as at, actor, action, subject, before::text, after::text, request_id
     from audit_log ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by id desc limit $1::int`,
    values,
  );
  const entries = rows.map(({ id, at, before, after, request_id, ...row }) => ({
    id: fromUuid('aud', id),
    at: new Date(at).toISOString(),
    ...row,
    before: before === null ? null : (JSON.parse(before) as unknown),
    after: after === null ? null : (JSON.parse(after) as unknown),
    requestId: request_id,
  }));
  return toPage(entries, filter.limit, ({ id }) => id);
}
