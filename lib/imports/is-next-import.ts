import { query } from '@/db/client';
import { type ImportId, toUuid } from '@/lib/kernel/ids';

/** Longer than any import takes. One that has not ended by then has lost its job, and holds up nobody. */
const WAITED_FOR = '2 hours';

/** Whether it is an import's turn: none that was asked for earlier is still to be done. */
export async function isNextImport(id: ImportId): Promise<boolean> {
  const [row] = await query<{ is_next: boolean }>(
    'is_next_import',
    `select not exists (
       select from imports
       where id < $1::uuid and status in ('queued', 'running') and actor <> 'command-line'
         and created_at > now() - interval '${WAITED_FOR}'
     ) as is_next`,
    [toUuid(id)],
  );
  return row?.is_next ?? true;
}
