import { query } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import type { AuditFilter } from './internal/audit-statement';
import { csvLine } from './internal/csv-line';
import { listAuditEntries } from './list-audit-entries';
import type { AuditEntry } from './model';

const AT_ONCE = 500;
const HEAD = ['time', 'actor', 'actor name', 'action', 'subject', 'before', 'after', 'request id'];

/** What was asked for, without where a page begins. */
type Narrowed = Omit<AuditFilter, 'limit' | 'after'>;

/** Notes that somebody takes the log out of the house: who, and how it was narrowed. */
export async function noteAuditExport(filter: Narrowed, context: WriteContext): Promise<void> {
  await query(
    'note_audit_export',
    `insert into audit_log (id, actor, action, subject, after, request_id)
     values ($1::uuid, $2, 'audit.exported', 'audit', $3::jsonb, $4)`,
    [toUuid(newId('aud')), context.actor, JSON.stringify(filter), context.requestId ?? null],
  );
}

/** The log as CSV, page by page as it is read: never more of it in memory than one page, never a statement for more. */
export async function* auditCsv(filter: Narrowed): AsyncGenerator<string> {
  yield csvLine(HEAD);
  for (let after: AuditFilter['after']; ; ) {
    const { items, nextCursor } = await listAuditEntries({ ...filter, after, limit: AT_ONCE });
    yield items.map(toLine).join('');
    if (nextCursor === null) return;
    after = nextCursor;
  }
}

const toLine = (entry: AuditEntry): string =>
  csvLine([
    ...[entry.at, entry.actor, entry.actorName ?? '', entry.action, entry.subject],
    ...[asText(entry.before), asText(entry.after), entry.requestId ?? ''],
  ]);

const asText = (state: unknown) => (state === null ? '' : JSON.stringify(state));
