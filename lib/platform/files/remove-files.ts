import { query } from '@/db/client';

/** How many contents are deleted at a time: their chunks go with them. */
const BATCH = 20;

/** Takes names away. What has no name any more is deleted by {@link collectFiles}. Names that nobody has are fine. */
export async function removeFiles(names: readonly string[]): Promise<void> {
  await query('remove_files', 'delete from file_names where name = any ($1::text[])', [names]);
}

/**
 * Deletes contents without a name, and drafts that were begun more than two days ago. Gives how many. Whoever names one of them
 * at this very moment makes the deletion fail, and nothing is lost.
 */
export async function collectFiles(): Promise<number> {
  let total = 0;
  for (;;) {
    const gone = await query(
      'collect_files',
      `delete from files where id in (
         (select f.id from files f where f.hash is not null
            and not exists (select from file_names n where n.file_id = f.id) limit ${BATCH})
         union all
         (select id from files where hash is null and created_at < now() - interval '2 days' limit ${BATCH})
       ) returning id`,
      [],
    );
    total += gone.length;
    if (gone.length === 0) return total;
  }
}
