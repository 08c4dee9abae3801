import { query } from '@/db/client';

/** More names than anybody picks from; whoever looks for one types it. */
const MOST = 200;

/** Whose products the shop has, by name: the first 200. One statement that steps from name to name in an index. */
export async function listVendors(): Promise<readonly string[]> {
  const rows = await query<{ vendor: string }>(
    'list_vendors',
    `with recursive names as (
       (select vendor from products where vendor > '' order by vendor limit 1)
       union all
       select (select p.vendor from products p where p.vendor > names.vendor order by p.vendor limit 1)
       from names where names.vendor is not null
     )
     select vendor from names where vendor is not null limit ${MOST}`,
    [],
  );
  return rows.map(({ vendor }) => vendor);
}
