import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type RunningImport = {
  readonly child: ChildProcess;
  readonly ended: Promise<{ status: number | null; out: string; err: string }>;
  /** Resolves when its output has these words. */
  readonly says: (words: string) => Promise<void>;
};

/** `npm run import -- ...` without npm, which adds nothing but words. */
export function startImport(
  args: readonly string[],
  env: Record<string, string | undefined> = {},
): RunningImport {
  const child = spawn(process.execPath, ['cli/bootstrap.mjs', 'cli/import.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env } as NodeJS.ProcessEnv,
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<{ status: number | null; out: string; err: string }>((resolve) =>
    child.once('close', (status) => resolve({ status, out, err })),
  );
  return {
    child,
    ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => out.includes(words) && resolve();
        child.stdout.on('data', look);
        child.once('close', () => reject(new Error(`ended without saying "${words}":\n${out}${err}`)));
        look();
      }),
  };
}

/** What a prefix has left behind, in one snapshot: the import's own count beside the products and their books. */
export async function readBooks(database: pg.Client, prefix: string, file: string) {
  const { rows } = await database.query<{
    imports: number;
    done: number;
    status: string;
    products: number;
    variants: number;
    created: number;
    events: number;
    unbalanced: number;
  }>(
    `with p as (select id from products where slug like $1 || '-%'),
          v as (select id from variants where product_id in (select id from p)),
          i as (select * from imports where file_name = $2)
     select (select count(*)::int from i) as imports, (select max(done) from i) as done,
            (select max(status) from i) as status, (select max(created) from i) as created,
            (select count(*)::int from p) as products, (select count(*)::int from v) as variants,
            (select count(*)::int from audit_log
             where subject in (select 'prod_' || replace(id::text, '-', '') from p)) as events,
            (select count(*)::int from (
               select variant_id, sum(delta) from stock_movements where variant_id in (select id from v) group by 1
               except select variant_id, sum(available) from stock_lanes group by 1) differing) as unbalanced`,
    [prefix, file.split('/').at(-1)],
  );
  return rows[0];
}
