import { type SQL, sql } from 'drizzle-orm';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import { newId, toUuid } from '@/lib/kernel/ids';
import type { CatalogEventName } from '../events';
import type { ProductDraft } from '../model';
import type { ProductWrite } from './product-write';
import { jsonRows } from './rows';

export type RecordContext = { readonly actor: string; readonly requestId?: string | undefined };

/** Writes down who changed what (the audit log), and announces it (the outbox). */
export function recordStatements(writes: readonly ProductWrite[], context: RecordContext): SQL[] {
  const audits = writes.map(({ draft, before }) => ({
    id: toUuid(newId('aud')),
    actor: context.actor,
    action: before === null ? 'product.created' : 'product.updated',
    subject: draft.id,
    ...difference(before?.draft ?? null, draft),
    request_id: context.requestId ?? null,
  }));
  const events = writes.map(({ draft, before }) => {
    const name: CatalogEventName = before === null ? 'catalog/product.created' : 'catalog/product.updated';
    return { id: toUuid(newId('evt')), name, data: { productId: draft.id } };
  });
  return [
    sql`insert into audit_log (id, actor, action, subject, before, after, request_id)
      select * from jsonb_to_recordset(${jsonRows(audits)}) as d (
        id uuid, actor text, action text, subject text, before jsonb, after jsonb, request_id text)`,
    sql`insert into outbox (id, name, data)
      select * from jsonb_to_recordset(${jsonRows(events)}) as d (id uuid, name text, data jsonb)`,
  ];
}

/** The members that differ, as they were and as they are; of a new product all of them. */
function difference(
  before: ProductDraft | null,
  after: ProductDraft,
): { before: Record<string, unknown> | null; after: Record<string, unknown> } {
  if (before === null) return { before: null, after: { ...after } };
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(after)) {
    const old = before[key as keyof ProductDraft];
    if (value === undefined || canonicalJson(old) === canonicalJson(value)) continue;
    was[key] = old;
    is[key] = value;
  }
  return { before: was, after: is };
}
