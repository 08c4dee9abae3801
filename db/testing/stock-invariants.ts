import { query } from '@/db/client';
import { toUuid, type VariantId } from '@/lib/kernel/ids';

type Broken = { what: string; variant_id: string; expected: number; found: number };

/**
 * For tests: where the books of these variants do not balance. Lanes must be the sum of the ledger, and the ledger's
 * claims must be what the live and sold orders hold.
 */
export async function findBrokenStock(variants: readonly VariantId[]): Promise<Broken[]> {
  return query<Broken>(
    'find_broken_stock',
    `with wanted as (select unnest($1::uuid[]) as variant_id)
     select 'lane is not the sum of its ledger' as what, variant_id, ledger as expected, available as found
     from (
       select w.variant_id, m.lane, sum(m.delta)::int as ledger,
              coalesce((select s.available from stock_lanes s where s.variant_id = w.variant_id and s.lane = m.lane), 0) as available
       from wanted w join stock_movements m using (variant_id) group by 1, 2
     ) lanes where ledger <> available
     union all
     select 'orders hold other units than the ledger says', variant_id, held, claimed
     from (
       select w.variant_id,
              coalesce((select sum(l.quantity)::int from order_lines l join orders o on o.id = l.order_id
                        where l.variant_id = w.variant_id and l.claims is not null
                          and o.status not in ('expired', 'cancelled')), 0) as held,
              coalesce((select -sum(m.delta)::int from stock_movements m
                        where m.variant_id = w.variant_id and m.kind in ('claim', 'release', 'restock')), 0) as claimed
       from wanted w
     ) orders where held <> claimed`,
    [variants.map((id) => toUuid(id))],
  );
}
