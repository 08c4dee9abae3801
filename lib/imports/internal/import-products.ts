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

/** How long a run goes on, and what it puts up with. */
export type Patience = {
  /** How often one batch is tried while the database is away or its products change under it. */
  readonly maxAttempts: number;
  /** When to stop, after a batch, by performance.now(). */
  readonly untilMs: number;
  /** Whether to look on while another run is at work, and take over if it stops; else that ends this one. */
  readonly follows: boolean;
};

/** To the end, whatever happens: pauses of 12 s in all while the database is away. */
export const TO_THE_END: Patience = { maxAttempts: 7, untilMs: Number.POSITIVE_INFINITY, follows: true };

const FIRST_PAUSE_MS = 200;
const LOOK_EVERY_MS = 200;
/** An import that stands still for so long is taken over. Should its run live after all, only one of us advances it. */
const STALLED_MS = 3_000;

/**
 * Saves products from the one at `from` to the last, batch by batch, as far as patience goes. Whatever happens meanwhile (this process killed,
 * the database away, a second run of the same file), each product is written and counted once.
 */
export async function importProducts(
  products: readonly ProductInFile[],
  from: number,
  context: BatchContext,
  watcher: ImportWatcher,
  { maxAttempts, untilMs, follows }: Patience = TO_THE_END,
): Promise<'ended' | 'out-of-time' | 'overtaken'> {
  const total = products.length;
  let at: Place = { done: from, isRunning: true };
  let attempts = 0;
  /** Up to here products are saved one by one, because together they could not be. */
  let singlyUntil = 0;
  const unsavable = new Map<ProductInFile, string>();
  while (at.isRunning) {
    if (attempts === 0 && at.done > from && performance.now() >= untilMs) return 'out-of-time';
    const { done } = at;
    const batch = nextBatch(products, done).slice(0, done < singlyUntil ? 1 : undefined);
    const result = await tryBatch(
      batch.map((product) => without(product, unsavable.get(product))),
      done,
      context,
    );
    attempts = result.kind === 'again' ? attempts + 1 : 0;
    if (result.kind === 'saved') {
      at = { done: done + batch.length, isRunning: done + batch.length < total };
    } else if (result.kind === 'overtaken') {
      if (!follows) return 'overtaken';
      watcher.onFollowing();
      at = await follow(context, at, watcher);
    } else if (result.kind === 'again' && attempts < maxAttempts) {
      // Perhaps it was too much at once.
      if (attempts > 1) singlyUntil = done + batch.length;
      await sleep(FIRST_PAUSE_MS * 2 ** (attempts - 1));
      at = (await look(context)) ?? at;
    } else if (findFault(result.error) !== null && result.kind === 'again') {
      throw result.error;
    } else if (batch.length > 1) {
      singlyUntil = done + batch.length;
    } else {
      const [product] = batch;
      if (product === undefined || unsavable.has(product)) throw result.error;
      unsavable.set(product, WHY[result.kind]);
    }
    watcher.onProgress({ done: at.done, total });
  }
  return 'ended';
}

/** How far an import is, and whether there is something left to do. */
type Place = { readonly done: number; readonly isRunning: boolean };

/** What a product's error says when nothing of it can be saved. */
const WHY = {
  unsavable: 'The product could not be saved as it is in the file.',
  again: 'The product was skipped: somebody else kept changing it while it was imported.',
} as const;

type BatchResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'overtaken' }
  /** Nothing, or perhaps all of it, has happened: look, and try once more. */
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

/** A product that cannot be saved, as one that is skipped with an error that says why. */
function without(product: ProductInFile, why: string | undefined): ProductInFile {
  if (why === undefined) return product;
  return { ...product, content: null, messages: [...product.messages, errorAt(product.line, why)] };
}

/** Where the import is by the database; null when that cannot be read just now. */
function look({ importId }: BatchContext): Promise<(Place & ImportProgress) | null> {
  return readProgress(importId).catch(() => null);
}

/** Looks on while another run imports the file, until that has ended or stands still. */
async function follow(context: BatchContext, from: Place, watcher: ImportWatcher): Promise<Place> {
  let seen = from;
  let movedAtMs = Date.now();
  while (seen.isRunning && Date.now() - movedAtMs < STALLED_MS) {
    const now = await look(context);
    if (now !== null && now.done !== seen.done) {
      watcher.onProgress(now);
      movedAtMs = Date.now();
    }
    seen = now ?? seen;
    if (seen.isRunning) await sleep(LOOK_EVERY_MS);
  }
  return seen;
}
