import { Refusal } from '@/stack/refusal';
import { launchNode } from '@/stack/supervisor/launch-node';
import type { PartLog } from '@/stack/supervisor/part-log';

/**
 * Brings the schema up to date and, unless `schemaOnly`, fills an empty shop. An aborted `signal` ends it; its
 * output goes to `log`.
 */
export async function runDatabasePreparation(
  env: Record<string, string | undefined>,
  log: PartLog,
  signal: AbortSignal,
  schemaOnly = false,
): Promise<void> {
  log.forgetTail();
  const args = schemaOnly ? ['--schema-only'] : [];
  const child = launchNode(
    { file: 'stack/supervisor/prepare-database.ts', args, env, typeScript: true },
    log,
  );
  const end = () => child.signal('SIGTERM');
  signal.addEventListener('abort', end);
  const how = await child.ended;
  signal.removeEventListener('abort', end);
  if (how === 'status 0') return;
  throw new Refusal(`The database could not be prepared (${how}):\n${log.tail().trim()}`);
}
