import { Refusal } from '@/stack/refusal';
import { launchNode } from '@/stack/supervisor/launch-node';
import type { PartLog } from '@/stack/supervisor/part-log';

/** Brings the schema up to date and fills an empty shop; an aborted `signal` ends it. Its output goes to `log`. */
export async function runDatabasePreparation(
  env: Record<string, string | undefined>,
  log: PartLog,
  signal: AbortSignal,
): Promise<void> {
  log.forgetTail();
  const child = launchNode({ file: 'stack/supervisor/prepare-database.ts', env, typeScript: true }, log);
  const end = () => child.signal('SIGTERM');
  signal.addEventListener('abort', end);
  const how = await child.ended;
  signal.removeEventListener('abort', end);
  if (how === 'status 0') return;
  throw new Refusal(`The database could not be prepared (${how}):\n${log.tail().trim()}`);
}
