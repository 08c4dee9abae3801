import { query } from '@/db/client';
import { type AuditEntryId, fromUuid } from '@/lib/kernel/ids';
import { type Page, toPage } from '@/lib/kernel/page';
import { type AuditFilter, auditStatement } from './internal/audit-statement';
import type { AuditEntry } from './model';

type AuditRow = {
  id: string;
  at: string;
  actor: string;
  actor_name: string | null;
  action: string;
  subject: string;
  before: string | null;
  after: string | null;
  request_id: string | null;
};

/** A page of the audit log, newest first. One statement. */
export async function listAuditEntries(filter: AuditFilter): Promise<Page<AuditEntry, AuditEntryId>> {
  const { name, text, values } = auditStatement(filter);
  const rows = await query<AuditRow>(name, text, values);
  const entries = rows.map(({ id, at, actor_name, before, after, request_id, ...row }) => ({
    id: fromUuid('aud', id),
    at: new Date(at).toISOString(),
    ...row,
    actorName: actor_name,
    before: before === null ? null : (JSON.parse(before) as unknown),
    after: after === null ? null : (JSON.parse(after) as unknown),
    requestId: request_id,
  }));
  return toPage(entries, filter.limit, ({ id }) => id);
}
