import { setTimeout as sleep } from 'node:timers/promises';
import { ConstraintViolation, findFault, violates } from '@/lib/kernel/faults';
import { errorAt, type ImportProgress } from '../model';
import { type BatchContext, importBatch } from './import-batch';
import { OVERTAKEN, readProgress } from './journal';
import { nextBatch } from './next-batch';
import type { ProductInFile } from './product-in-file';

export type ImportWatcher = {
  readonly onProgress: (progress: ImportProgress) => void;
  /** Another run of the same file is at work; from here on this one only looks on. */
  readonly onFollowing: () => void;
};

/** How often one batch is tried while the database is away or its products change under it: 12 s in all. */
const MAX_ATTEMPTS = 7;
const FIRST_PAUSE_MS = 200;
const LOOK_EVERY_MS = 200;
/** An import that stands still for so long is taken over. Should its run live after all, only one of us advances it. */
const STALLED_MS = 3_000;

/**
 * Saves products from the one at `from` to the last, batch by batch. Whatever happens meanwhile (this process killed,
 * the database away, a second run of the same file), each product is written and counted once.
 */
export async function importProducts(
  products: readonly ProductInFile[],
  from: number,
  context: BatchContext,
  watcher: ImportWatcher,
): Promise<void> {
  const total = products.length;
  let done = from;
  let attempts = 0;
  /** Up to here products are saved one by one, because together they could not be. */
  let singlyUntil = 0;
  const unsavable = new Set<ProductInFile>();
  do {
    const batch = nextBatch(products, done).slice(0, done < singlyUntil ? 1 : undefined);
    const result = await tryBatch(
      batch.map((product) => (unsavable.has(product) ? withoutContent(product) : product)),
      done,
      context,
    );
    attempts = result.kind === 'again' ? attempts + 1 : 0;
    if (result.kind === 'saved') {
      done += batch.length;
    } else if (result.kind === 'overtaken') {
      watcher.onFollowing();
      done = await follow(context, done, watcher);
    } else if (result.kind === 'again') {
      if (attempts >= MAX_ATTEMPTS) throw result.error;
      await sleep(FIRST_PAUSE_MS * 2 ** (attempts - 1));
      done = await whereWeAre(context, done);
    } else if (batch.length > 1) {
      singlyUntil = done + batch.length;
    } else {
      const [product] = batch;
      if (product === undefined || unsavable.has(product)) throw result.error;
      unsavable.add(product);
    }
    watcher.onProgress({ done, total });
  } while (done < total);
}

type BatchResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'overtaken' }
  /** Nothing, or perhaps everything, has happened: look, and try once more. */
  | { readonly kind: 'again'; readonly error: unknown }
  /** The database takes no such values. */
  | { readonly kind: 'unsavable'; readonly error: unknown };

async function tryBatch(
  batch: readonly ProductInFile[],
  from: number,
  context: BatchContext,
): Promise<BatchResult> {
  try {
    const imported = await importBatch(batch, from, context);
    if (imported.ok) return { kind: 'saved' };
    return {
      kind: 'again',
      error: new Error('The products of the file keep changing while it is imported.'),
    };
  } catch (error) {
    if (violates(error, OVERTAKEN)) return { kind: 'overtaken' };
    const fault = findFault(error);
    if (fault instanceof ConstraintViolation || isRefusedValue(error)) return { kind: 'unsavable', error };
    if (fault === null) throw error;
    return { kind: 'again', error };
  }
}

/** SQLSTATE classes 22 (a value out of range, a character that cannot be) and 54 (too large for an index). */
function isRefusedValue(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(22|54)[0-9A-Z]{3}$/.test(code);
}

/** The product as one that is skipped, with an error that says so. */
function withoutContent(product: ProductInFile): ProductInFile {
  const error = errorAt(product.line, 'The product could not be saved as it is in the file.');
  return { ...product, content: null, messages: [...product.messages, error] };
}

/** After a statement whose fate is unknown: how far the import is. Where that cannot be read either, as far as we knew. */
async function whereWeAre({ importId }: BatchContext, done: number): Promise<number> {
  const progress = await readProgress(importId).catch(() => null);
  return progress?.done ?? done;
}

/** Looks on while another run imports the file: gives how far it is once it has ended or stands still. */
async function follow({ importId }: BatchContext, from: number, watcher: ImportWatcher): Promise<number> {
  let seen = from;
  let movedAtMs = Date.now();
  while (Date.now() - movedAtMs < STALLED_MS) {
    const { done, total, isRunning } = await readProgress(importId);
    if (done !== seen) {
      watcher.onProgress({ done, total });
      movedAtMs = Date.now();
      seen = done;
    }
    if (!isRunning) return total;
    await sleep(LOOK_EVERY_MS);
  }
  return seen;
}
