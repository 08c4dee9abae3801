import { findFault } from '@/lib/kernel/faults';
import type { ImportId } from '@/lib/kernel/ids';
import { no, type Outcome, ok } from '@/lib/kernel/outcome';
import { sha256Hex } from '@/lib/kernel/sha256';
import { getShop } from '@/lib/shop/queries';
import { getImport } from './get-import';
import { capMessages, MAX_FILE_MESSAGES } from './internal/cap-messages';
import { importProducts } from './internal/import-products';
import { beginImport, failImport } from './internal/journal';
import { readProducts } from './internal/read-products';
import { MAX_IMPORT_BYTES, type ProductImport } from './model';

const MAX_NAME_LENGTH = 255;
const RESULT_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 50;

export type ImportFile = { readonly name: string; readonly bytes: Uint8Array };

export type ImportEvent =
  /** The file is read. `isResumed`: an earlier run of this very file did not end, and this one goes on from `done`. */
  | {
      readonly kind: 'begun';
      readonly id: ImportId;
      readonly done: number;
      readonly total: number;
      readonly isResumed: boolean;
    }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** Another run is importing the same file: this one waits for it, and takes over if it stops. */
  | { readonly kind: 'following' };

export type ImportOptions = {
  /** Who imports, for the audit log and the stock ledger. */
  readonly actor: string;
  readonly report?: (event: ImportEvent) => void;
};

export type ImportRefusal =
  | { readonly reason: 'file-too-large'; readonly message: string }
  /** The file is not a product CSV; the import is kept as failed, with the same message. */
  | { readonly reason: 'unreadable-file'; readonly message: string };

/**
 * Imports a Shopify product CSV: reads all of it, then saves its products in order, some at a time, each time with
 * what it counts and says. A handle is a product's identity, so importing a file again creates nothing; a run that was
 * killed is continued by the next run of the same bytes. Bad rows are in the result, and stop nothing.
 */
export async function runProductImport(
  { name, bytes }: ImportFile,
  { actor, report = () => {} }: ImportOptions,
): Promise<Outcome<ProductImport, ImportRefusal>> {
  if (bytes.length > MAX_IMPORT_BYTES)
    return no('file-too-large', { message: 'The file is larger than 25 MiB: split it into several.' });
  const fileName = name.slice(0, MAX_NAME_LENGTH);
  const journalFile = { name: fileName, hash: await sha256Hex(new Uint8Array(bytes)) };
  const { currency } = await getShop();
  const read = await readProducts(bytes, currency);
  if (!read.ok) {
    await failImport(journalFile, read.message);
    return read;
  }
  const { products, messages } = read.value;
  const total = products.length;
  const begun = await beginImport(journalFile, total, capMessages(messages, MAX_FILE_MESSAGES));
  report({ kind: 'begun', total, ...begun });
  const context = { importId: begun.id, currency, actor, reason: `Import of ${fileName}` };
  await importProducts(products, begun.done, context, {
    onProgress: (progress) => report({ kind: 'progress', ...progress }),
    onFollowing: () => report({ kind: 'following' }),
  });
  return ok(await readResult(begun.id));
}

/** What came of it, also when the connection was cut a moment ago: all is saved, and reading again is safe. */
async function readResult(id: ImportId): Promise<ProductImport> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await getImport(id);
    } catch (error) {
      if (findFault(error) === null || attempt === RESULT_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt));
    }
  }
}
