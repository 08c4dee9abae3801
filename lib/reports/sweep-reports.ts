import { query } from '@/db/client';
import { removeFiles } from '@/lib/platform/files/remove-files';
import { REPORT_REQUESTED } from './model';

const FORGOTTEN_AT_A_TIME = 100;

/**
 * Asks once more for reports that have not moved for ten minutes: their event or their run was lost. After a day they have failed,
 * and say so. Gives how many it asked for.
 */
export async function resumeReports(): Promise<number> {
  await query(
    'fail_old_reports',
    `update reports
     set status = 'failed', failure = 'It could not be built within a day. Ask for the report again.', finished_at = now()
     where status in ('queued', 'running') and created_at < now() - interval '1 day'`,
    [],
  );
  const stuck = await query(
    'resume_reports',
    `with stuck as (
       update reports set progressed_at = now()
       where status in ('queued', 'running') and progressed_at < now() - interval '10 minutes' returning id
     )
     insert into outbox (id, name, data)
     select new_uuid_v7(), $1, jsonb_build_object('reportId', 'rep_' || replace(id::text, '-', '')) from stuck returning id`,
    [REPORT_REQUESTED],
  );
  return stuck.length;
}

/** Forgets reports that were asked for more than 30 days ago, with their files. Gives how many. */
export async function forgetOldReports(): Promise<number> {
  let total = 0;
  for (;;) {
    const old = await query<{ id: string; file_name: string | null }>(
      'old_reports',
      `select id::text, file_name from reports where created_at < now() - interval '30 days' limit ${FORGOTTEN_AT_A_TIME}`,
      [],
    );
    if (old.length === 0) return total;
    // The file first: a report without one is forgotten by the next sweep, a file without its report by nobody.
    await removeFiles(old.flatMap(({ file_name }) => file_name ?? []));
    await query('forget_reports', 'delete from reports where id = any ($1::uuid[])', [
      old.map(({ id }) => id),
    ]);
    total += old.length;
  }
}
