import { sql } from 'drizzle-orm';
import { atomically, query } from '@/db/client';
import { violates } from '@/lib/kernel/faults';
import { fromUuid, newId, type OrderViewId, toUuid } from '@/lib/kernel/ids';
import type { WriteContext } from '@/lib/kernel/merchant-write';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { type Idempotency, rememberAnswer } from '@/lib/platform/idempotency';
import type { SaveOrderViewInput } from './input';
import type { OrderView } from './model';

/** More than anybody finds their way through. */
const MOST_VIEWS = 50;

/** What the list of orders is often narrowed to, by name. */
export async function listOrderViews(): Promise<OrderView[]> {
  const rows = await query<{ id: string; name: string; query: string }>(
    'list_order_views',
    'select id::text, name, query from order_views order by lower(name) limit $1::int',
    [MOST_VIEWS],
  );
  return rows.map((row) => ({ ...row, id: fromUuid('view', row.id) }));
}

/** Keeps filters under a name, for everybody who works in the shop. */
export async function saveOrderView(
  { name, query: kept }: SaveOrderViewInput,
  context: WriteContext & { readonly idempotency?: Idempotency | null },
): Promise<Outcome<OrderView, 'view-name-taken'>> {
  const { actor, requestId, idempotency } = context;
  const view: OrderView = { id: newId('view'), name, query: kept };
  const audit = JSON.stringify({ auditId: toUuid(newId('aud')), actor, requestId });
  try {
    await atomically([
      ...(idempotency ? [rememberAnswer(idempotency, 201, JSON.stringify(view))] : []),
      sql`insert into order_views (id, name, query, actor)
          values (${toUuid(view.id)}::uuid, ${name}, ${kept}, ${actor})`,
      sql`select record_audit(${audit}::jsonb, 'order-view.saved', ${view.id}, null,
            ${JSON.stringify({ name, query: kept })}::jsonb)`,
    ]);
  } catch (error) {
    if (violates(error, 'order_views_name_key')) return no('view-name-taken');
    throw error;
  }
  return ok(view);
}

/** Takes a saved view away, from everybody. */
export async function removeOrderView(
  id: OrderViewId,
  { actor, requestId }: WriteContext,
): Promise<Outcome<undefined, 'view-not-found'>> {
  const audit = JSON.stringify({ auditId: toUuid(newId('aud')), actor, requestId });
  const [removed] = await atomically([
    sql`with removed as (delete from order_views where id = ${toUuid(id)}::uuid returning name, query)
        select record_audit(${audit}::jsonb, 'order-view.removed', ${id}, to_jsonb(removed), null)
        from removed`,
  ]);
  return removed?.length === 1 ? ok() : no('view-not-found');
}
