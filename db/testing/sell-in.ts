import { sql } from 'drizzle-orm';
import { atomically } from '@/db/client';

/** For tests: the shop sells in these currencies, too. Others' stay: test files share one shop. */
export async function sellIn(...currencies: readonly string[]): Promise<void> {
  const list = JSON.stringify(currencies);
  await atomically([
    sql`update shop_settings set currencies = (
          select array_agg(distinct code) from (
            select unnest(currencies) as code union select jsonb_array_elements_text(${list}::jsonb)) as all_of_them)`,
  ]);
}
