import { query } from '@/db/client';
import { type ImportId, toUuid } from '@/lib/kernel/ids';
import { removeFiles } from '@/lib/platform/files/remove-files';
import { getShop } from '@/lib/shop/queries';
import { capMessages, MAX_FILE_MESSAGES } from './internal/cap-messages';
import { importProducts } from './internal/import-products';
import { failStarted, type OtherImport, startImport } from './internal/journal';
import { forgetUploadedProducts, readUploadedProducts } from './internal/read-upload';
import { type ImportStatus, uploadName } from './model';

/** How often a part tries a batch: pauses of 3 s in all. Beyond that the whole part is repeated later. */
const ATTEMPTS = 5;

export type ContinueOptions = {
  /** No batch but the first is begun later than this. */
  readonly budgetMs: number;
  /** How the import that goes first stood when {@link continueImport} said `waiting` before. */
  readonly other?: OtherImport | null;
};

export type ImportPart =
  | { readonly state: 'going-on' | 'over'; readonly other: null }
  /** Another run is at work on the same file. Come back in some seconds. */
  | { readonly state: 'waiting'; readonly other: OtherImport | null };

/**
 * Does the next part of an import that was asked for: as many batches as the budget allows, at least one. It may be killed
 * anywhere and called again: it goes on where the database says. What the file itself is wrong about ends the import
 * as failed; what is thrown is worth another try.
 */
export async function continueImport(
  id: ImportId,
  { budgetMs, other = null }: ContinueOptions,
): Promise<ImportPart> {
  const found = await find(id);
  if (found === null || found.status === 'done' || found.status === 'failed') return end(id);
  const untilMs = performance.now() + budgetMs;
  const { currency } = await getShop();
  const read = await readUploadedProducts(id, currency);
  if (!read.ok) {
    const isGone = read.reason === 'upload-gone';
    await failStarted(id, isGone ? 'The uploaded file is no longer there. Upload it again.' : read.message);
    return end(id);
  }
  const { products, messages } = read.value;
  const started = await startImport(id, products.length, capMessages(messages, MAX_FILE_MESSAGES), other);
  if (started.state === 'over') return end(id);
  if (started.state === 'waiting') return { state: 'waiting', other: started.other };
  const context = { importId: id, currency, actor: found.actor, reason: `Import of ${found.fileName}` };
  const patience = { maxAttempts: ATTEMPTS, untilMs, follows: false };
  const result = await importProducts(products, started.done, context, SILENT, patience);
  if (result === 'ended') return end(id);
  return result === 'overtaken' ? { state: 'waiting', other: null } : { state: 'going-on', other: null };
}

/** Ends an import that cannot go on, with a reason for people; one that has ended stays as it is. */
export async function abandonImport(id: ImportId, why: string): Promise<void> {
  await failStarted(id, `${why} What was imported stays; upload the file again to go on.`);
  await end(id);
}

const SILENT = { onProgress: () => {}, onFollowing: () => {} };

/** The upload has served: what the shop keeps of it is its products. */
async function end(id: ImportId): Promise<ImportPart> {
  forgetUploadedProducts();
  await removeFiles([uploadName(id)]);
  return { state: 'over', other: null };
}

async function find(
  id: ImportId,
): Promise<{ readonly status: ImportStatus; readonly actor: string; readonly fileName: string } | null> {
  const [row] = await query<{ status: ImportStatus; actor: string; file_name: string }>(
    'find_import_to_continue',
    'select status, actor, file_name from imports where id = $1::uuid',
    [toUuid(id)],
  );
  return row === undefined ? null : { status: row.status, actor: row.actor, fileName: row.file_name };
}
