import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { closeDatabase } from '@/db/client';
import { MAX_IMPORT_BYTES, type ProductImport } from '@/lib/imports/model';
import { runProductImport } from '@/lib/imports/run-product-import';
import { findFault } from '@/lib/kernel/faults';
import { ConfigurationError, env } from '@/lib/platform/env';
import { closeRedis } from '@/lib/platform/redis/client';
import { createProgressLine } from './progress-line';
import { adoptShopEnvironment } from './shop-environment';

const USAGE =
  'usage: npm run import -- FILE.csv (a Shopify product export; docs/import.md says what is read)';
const MAX_SHOWN = 50;
const EXIT_ROWS_FAILED = 1;
const EXIT_NOT_IMPORTED = 2;

/** Nothing could be imported, for a reason that one sentence tells. */
class NotImported extends Error {}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_IMPORT_BYTES)
      throw new NotImported(`${path} is larger than 25 MiB: split it into several files.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof NotImported) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why =
      { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[
        code ?? ''
      ] ?? (error as Error).message;
    throw new NotImported(`Cannot read ${path}: ${why}.`);
  }
}

async function importFile(path: string): Promise<ProductImport> {
  const bytes = await readBytes(path);
  if (!adoptShopEnvironment()) {
    throw new NotImported(
      'No shop is running: start it with "npm start" (STACK_DIR names another one), or set POSTGRES_URL.',
    );
  }
  // Asked for now, so that a wrong setting is told as such and not as a database that does not answer.
  env();
  const line = createProgressLine(process.stdout);
  const imported = await runProductImport(
    { name: basename(path), bytes },
    {
      actor: 'command-line',
      report: (event) => {
        if (event.kind === 'progress') line.show(`${event.done} of ${event.total} products`);
        else if (event.kind === 'following') line.say('Another run is importing this file: waiting for it.');
        else if (event.isResumed)
          line.say(`An earlier run of this file did not end: going on after product ${event.done}.`);
      },
    },
  ).finally(line.end);
  if (!imported.ok) throw new NotImported(imported.message);
  return imported.value;
}

function summarise(result: ProductImport, name: string, seconds: number): string {
  const { progress, created, updated, skipped, errors, errorCount, notes, noteCount } = result;
  const count = `${progress.total} product${progress.total === 1 ? '' : 's'}`;
  return [
    `${name}: ${count} in ${seconds.toFixed(1)} s: ${created} created, ${updated} updated, ${skipped} skipped.`,
    ...listMessages('note', notes, noteCount),
    ...listMessages('error', errors, errorCount),
  ].join('\n');
}

function listMessages(
  what: string,
  messages: readonly { readonly line: number; readonly message: string }[],
  count: number,
): string[] {
  if (count === 0) return [];
  const shown = messages.slice(0, MAX_SHOWN);
  const more = count > shown.length ? [`  and ${count - shown.length} more`] : [];
  return [
    `${count} ${what}${count === 1 ? '' : 's'}:`,
    ...shown.map(({ line, message }) => `  line ${line}: ${message}`),
    ...more,
  ];
}

/** What a person can act on, or null for a mistake of ours. */
function explain(error: unknown): string | null {
  if (error instanceof NotImported || error instanceof ConfigurationError) return error.message;
  if (findFault(error) !== null)
    return 'The database does not answer. Run the same command again: it goes on where it stopped.';
  if ((error as { code?: unknown }).code === '42P01')
    return 'The database has no shop in it yet: run "npm run db:migrate" first.';
  return null;
}

const [file, ...others] = process.argv.slice(2);
process.once('SIGINT', () => {
  console.error('\nStopped. Run the same command again: it goes on where it stopped.');
  process.exit(130);
});

if (file === undefined || file.startsWith('-') || others.length > 0) {
  console.error(USAGE);
  process.exitCode = EXIT_NOT_IMPORTED;
} else {
  try {
    const startMs = performance.now();
    const result = await importFile(resolve(process.env.INIT_CWD ?? process.cwd(), file));
    console.log(summarise(result, basename(file), (performance.now() - startMs) / 1000));
    process.exitCode = result.errorCount > 0 ? EXIT_ROWS_FAILED : 0;
  } catch (error) {
    const sentence = explain(error);
    console.error(sentence ?? error);
    process.exitCode = EXIT_NOT_IMPORTED;
  } finally {
    await closeRedis();
    await closeDatabase();
    // What a Redis that is away has not heard is the outbox's to repeat: nobody waits for it here.
    process.exit();
  }
}
