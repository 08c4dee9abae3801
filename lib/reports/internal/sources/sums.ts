import { type SQL, sql } from 'drizzle-orm';
import { query } from '@/db/client';
import type { Scope } from '../scope';

/** The statement that adds rows of (key, sums) to what the report has gathered. */
export const addSums = ({ reportId }: Scope, rows: SQL): SQL =>
  sql`select add_report_sums(${reportId}::uuid, found.key, found.sums) from (${rows}) as found (key, sums)`;

/** What was gathered, by key. */
export async function readSums(
  { reportId }: Scope,
  after: string,
  size: number,
): Promise<{ readonly key: string; readonly sums: readonly number[] }[]> {
  const rows = await query<{ key: string; sums: string }>(
    'report_sums_page',
    `select key, to_json(sums)::text as sums from report_sums
     where report_id = $1::uuid and key > $2 order by key limit $3::int`,
    [reportId, after, size],
  );
  return rows.map(({ key, sums }) => ({ key, sums: JSON.parse(sums) as number[] }));
}
